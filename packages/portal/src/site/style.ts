/** The one style sheet of the portal: system fonts, no outside part, printable. */
export const style = `*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;font:1.0625rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;color:#1c2126;background:#fbfaf7}
.wrap{max-width:60rem;margin:0 auto;padding:0 1rem}
.skip{position:absolute;left:-999rem}.skip:focus{left:1rem;top:.5rem;background:#fff;padding:.5rem 1rem;z-index:2}
header{background:#123a4a;color:#fff}
header .wrap{padding-top:.9rem;padding-bottom:.4rem}
header .top{display:flex;justify-content:space-between;align-items:baseline;gap:1rem}
header a{color:#fff}.name{font-weight:700;font-size:1.125rem;text-decoration:none;overflow-wrap:anywhere}
nav ul{list-style:none;margin:.5rem 0 0;padding:0;display:flex;flex-wrap:wrap;gap:0 1.1rem}
nav a{display:inline-block;padding:.25rem 0;text-decoration:none;border-bottom:3px solid transparent}
nav a:hover{text-decoration:underline}nav a[aria-current]{border-bottom-color:#ffd27a;font-weight:600}
main.wrap{padding-top:1rem;padding-bottom:2.5rem;overflow-wrap:break-word}
h1{font-size:1.6rem;line-height:1.25;margin:.6rem 0}h2{font-size:1.2rem;margin:1.8rem 0 .4rem}h3{font-size:1.05rem;margin:1.2rem 0 .3rem}
p{margin:.5rem 0;max-width:44rem}li{margin:.2rem 0}main ul,main ol{padding-left:1.25rem;max-width:46rem}
a{color:#0b5577}
.lead{font-size:1.125rem;color:#37424b}
.card{background:#fff;border:1px solid #dcd8ce;border-radius:10px;padding:.9rem 1.1rem;margin:1rem 0}
.warn{background:#fff4d6;border:2px solid #9a6a00;border-radius:10px;padding:.8rem 1rem;margin:1rem 0;font-weight:600}
.good{border-left:8px solid #0a6330}.bad{border-left:8px solid #9c1212}.unsure{border-left:8px solid #9a6a00}
.words{font:600 1rem/1.6 ui-monospace,Menlo,Consolas,monospace;overflow-wrap:anywhere}
.scroll{overflow-x:auto;margin:.8rem 0;background:#fff;border:1px solid #dcd8ce;border-radius:10px}
.scroll:focus{outline:3px solid #b86e00;outline-offset:2px}
table{border-collapse:collapse;width:100%;font-size:1rem}
th,td{text-align:left;padding:.5rem .75rem;border-bottom:1px solid #ece8df;vertical-align:top}
thead th{background:#f1eee6;font-weight:600}tbody tr:last-child td,tbody tr:last-child th{border-bottom:0}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
dl{display:grid;grid-template-columns:minmax(7rem,1fr) 3fr;margin:.6rem 0;gap:.3rem .8rem}dt{color:#4c565e}dd{margin:0;overflow-wrap:anywhere}
del{color:#8a1616}td del+small{display:block;white-space:normal}small,.note{color:#4c565e;font-size:.9375rem}
label{display:block;font-weight:600;margin:1rem 0 .25rem}
textarea,select,input[type=search],input[type=number],input[type=text],input[type=date]{width:100%;max-width:44rem;font:inherit;padding:.55rem .7rem;border:1px solid #6d767d;border-radius:8px;background:#fff;color:inherit}
textarea{min-height:7rem;font:.9375rem/1.45 ui-monospace,Menlo,Consolas,monospace}
button,.button{display:inline-block;font:inherit;font-weight:600;margin:.8rem 0;padding:.65rem 1.3rem;border:0;border-radius:8px;background:#0b5577;color:#fff;text-decoration:none;cursor:pointer}
:focus-visible{outline:3px solid #b86e00;outline-offset:2px}
fieldset{min-width:0;border:1px solid #dcd8ce;border-radius:10px;margin:1.2rem 0;padding:.4rem 1rem 1rem;max-width:46rem}legend{font-weight:700;padding:0 .4rem}fieldset fieldset{border:0;border-top:1px solid #ece8df;border-radius:0;margin:.6rem 0;padding:.4rem 0 0}fieldset fieldset legend{font-weight:600;padding:0}.pick{display:inline-flex;gap:.5rem;align-items:baseline;font-weight:400;margin:.3rem 1.2rem .3rem 0;min-height:1.6rem}.pick.row{display:flex}input[type=radio],input[type=checkbox]{width:1.25rem;height:1.25rem;flex:none}
.pages{display:flex;gap:1.2rem;margin:.6rem 0}
footer.wrap{border-top:1px solid #dcd8ce;padding-top:1rem;padding-bottom:2rem;color:#4c565e;font-size:.9375rem}
.draft{white-space:pre-wrap}
@media(max-width:40rem){.list table,.list tbody,.list tr,.list td{display:block}.list thead{position:absolute;left:-999rem}.list tr{padding:.6rem .8rem;border-bottom:1px solid #ece8df}.list td{border:0;padding:.1rem 0;text-align:left;white-space:normal}.list td[data-l]::before{content:attr(data-l) ": ";color:#4c565e}dl{grid-template-columns:1fr}dt{margin-top:.4rem}}
@media print{header nav,.skip,form,.pages,button,.button,.screen{display:none}header{background:#fff;color:#000}header a{color:#000}body{background:#fff;font-size:10.5pt}.sheet{columns:2;column-gap:1.5rem;font-size:9pt;line-height:1.35}.sheet section{break-inside:avoid}.sheet h2{font-size:10.5pt;margin:.6rem 0 .2rem}.sheet section:first-child h2{margin-top:0}.sheet ul{padding-left:1rem;margin:.2rem 0}.sheet li{margin:.1rem 0}.card,.scroll{border-color:#999;break-inside:avoid}}`

/** Follows the board: replaces what changed in the table that the server rendered. The page is whole without it. */
export const script = `(function(){var t=document.getElementById("board");if(!t||!window.EventSource)return;
var s=new EventSource(t.getAttribute("data-stream")),m=document.getElementById("stalled"),d=document.getElementById("asof"),b=t.tBodies[0];
document.querySelectorAll("noscript,.reload").forEach(function(e){e.hidden=true});
function cell(r,c){var e=document.createElement("td");e.className="n";e.setAttribute("data-l",c.label);fill(e,c);r.appendChild(e)}
function fill(e,c){e.textContent="";(c.old||[]).forEach(function(o){var x=document.createElement("del");x.textContent=o.value;e.appendChild(x);var w=document.createElement("small");w.textContent=" "+o.reason+" ";e.appendChild(w)});e.appendChild(document.createTextNode(c.value))}
s.onopen=function(){m.hidden=true};s.onerror=function(){m.hidden=false};
s.addEventListener("frame",function(v){var f=JSON.parse(v.data);if(f.reload){location.reload();return}d.textContent=f.asOf;if(f.closed)document.getElementById("ended").hidden=false;
f.rows.forEach(function(w){var id="p-"+w.participant,r=document.getElementById(id);
if(r){w.cells.forEach(function(c,i){fill(r.cells[i+2],c)});return}
r=document.createElement("tr");r.id=id;[w.participant,w.formation].forEach(function(x,i){var e=document.createElement("td");e.textContent=x;e.setAttribute("data-l",w.labels[i]);r.appendChild(e)});
w.cells.forEach(function(c){cell(r,c)});var n=b.firstElementChild;while(n&&n.cells[0].textContent<w.participant)n=n.nextElementSibling;b.insertBefore(r,n)})})})();`
