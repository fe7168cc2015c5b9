/** What lets a survey be answered where the connection comes and goes. The page is whole without it. */

/**
 * Keeps an answer on the device when it cannot be sent, since there is no connection or the portal is busy, and sends it later, once: the token names it. Written for old phones.
 */
export const surveyScript = `(function(){var f=document.querySelector("form[data-survey]");if(!f||!window.fetch||!window.localStorage||!window.URLSearchParams||!window.FormData)return;
var k="timbang-survei",m=document.getElementById("tertunda"),x=document.getElementById("ditolak"),w=document.getElementById("kurang"),t=document.getElementById("token"),busy=false;
function held(){try{return JSON.parse(localStorage.getItem(k)||"[]")}catch(e){return[]}}
function show(){var n=held().length;m.hidden=n===0;m.getElementsByTagName("b")[0].textContent=n}
function keep(l){localStorage.setItem(k,JSON.stringify(l));show()}
function lost(n){try{localStorage.setItem(k+"-ditolak",n)}catch(e){}tell()}
function tell(){var n=+localStorage.getItem(k+"-ditolak")||0;x.hidden=n===0;x.getElementsByTagName("b")[0].textContent=n}
function whole(){return/-(\\s*[A-Za-z0-8]){16}\\s*$/.test(t.value.replace(/[^ -~]/g,"-"))&&f.elements.layanan.value!==""&&!!f.querySelector("input[type=radio]:checked")}
function post(b){return fetch(f.action,{method:"POST",headers:{"content-type":"application/x-www-form-urlencoded"},body:b})}
function flush(){var l=held();if(busy||!l.length)return;busy=true;post(l[0]).then(function(r){busy=false;if(r.ok||r.status===422){keep(held().slice(1));if(!r.ok)lost((+localStorage.getItem(k+"-ditolak")||0)+1);flush()}},function(){busy=false})}
function later(b){if(!whole()){w.hidden=false;window.scrollTo(0,0);w.focus();return}keep(held().concat([b]));f.reset();t.value="";window.scrollTo(0,0);m.focus()}
f.addEventListener("submit",function(e){if(f.getAttribute("data-plain"))return;e.preventDefault();w.hidden=true;lost(0);var b=new URLSearchParams(new FormData(f)).toString();
post(b).then(function(r){if(r.ok){location.href=f.getAttribute("data-thanks")}else if(r.status===429||r.status>499)later(b);else{f.setAttribute("data-plain","1");f.submit()}},function(){later(b)})});
var q=/[?&]t=([^&]*)/.exec(location.search);if(q&&!t.value)t.value=decodeURIComponent(q[1]);
window.addEventListener("online",flush);setInterval(flush,30000);show();tell();flush();
if(navigator.serviceWorker)navigator.serviceWorker.register(f.getAttribute("data-worker"),{scope:f.getAttribute("data-scope")}).then(function(){},function(){})})();`

/** Shows the form again from the device where there is no connection; it keeps the form, its style and its script, nothing else. */
export const surveyWorker = `var c="timbang-survei-1",own=["survei","survei?lang=en","gaya.css","survei.js"];
self.addEventListener("install",function(e){e.waitUntil(caches.open(c).then(function(x){return x.addAll(own)}).then(function(){return self.skipWaiting()}))});
self.addEventListener("activate",function(e){e.waitUntil(self.clients.claim())});
self.addEventListener("fetch",function(e){var u=new URL(e.request.url);if(e.request.method!=="GET"||!/\\/(survei|gaya\\.css|survei\\.js)$/.test(u.pathname))return;
var at=/\\/survei$/.test(u.pathname)?"survei"+(u.searchParams.get("lang")==="en"?"?lang=en":""):u.pathname;
e.respondWith(fetch(e.request).catch(function(){return caches.match(new URL(at,self.location.href).href)}))});`
