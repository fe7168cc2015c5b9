/**
 * The 1,024 Indonesian words in which a checkpoint is printed on paper.
 *
 * Four to eight letters, and no two of them one slip of the pen apart: a letter changed, dropped, added or swapped with
 * its neighbour never turns one word into another. The order is part of the format; the list is never edited.
 *
 * @since 0.1.0
 */

/**
 * The words, in order.
 *
 * **Example** (Their number)
 *
 * ```ts
 * import { PaperWordList } from "@timbang/language/publication"
 * PaperWordList.words.length // => 1024
 * ```
 *
 * @category words
 * @since 0.1.0
 */
export const words: ReadonlyArray<string> = (
  "abadi abon acara adil ahli ajaib ajang akasia akrab aktif akur alas album alim alpukat alun ambil ampuh anak " +
  "anggrek anggur angin angsa antena anyam apel aren arloji arsip arus asam asin asmara aspal asrama asuh atap " +
  "atlet atom awet ayah babak bagus bahagia bahan bahari bahasa bahu baja bakti bakul balai baling balok bambu " +
  "bandar bandeng bangau bangga bangun banjir bantal bantu banyak barang baris basah batik bayam bayangan bayi " +
  "bebas bebek becak bekal belajar belalang belanja belut benang bendera bendung bengkel benih benteng berani " +
  "beringin berita berlian bersama bersih besar besi betah biasa bidang bijak bilik bintang biola bioskop biru " +
  "bisnis blangkon bobot boga bolu boneka bonsai bosan botani botol brosur buah bubur budaya bugar bulan bunga " +
  "bungkus bunting buntut buruh burung busana butir cabai cabang cagar cahaya cakap cakram cambuk camilan campur " +
  "candi cangkir cangkul cantik canting capung catat catur cawan cegah celana cemara cempaka cendana cendawan " +
  "cendekia cendol cengkih cepat cerdas ceria cermat cermin cerobong ceruk cetak cincin cinta cobek cokelat contoh " +
  "corak cukup cuplik curah daftar dagang dahlia damai dampak danau dandan dangdut dapur darat dasar dayung debat " +
  "delapan delima delman denah dendeng dengar depan deras detik dewasa dialog didik dinding dingin dokar dokter " +
  "domba dondong dongeng dorong drama duduk dukung dunia durian dusun edisi ekonomi ekspor ember embun emping empuk " +
  "encer engsel etika fajar fakta faktor fauna fisika flora fokus gabah gabung gading gadis gaharu galak galeri " +
  "gambar gambus gamelan ganda ganggang gapura garam garpu garuda gawang geladak gelang gelas gelatik gembira gempa " +
  "gempita gendang genggam gentong geraham gerai gerbang gerimis gerobak gesit giling gincu gitar golok gotong " +
  "gubuk gudang gugur gulai gulung gurami gurun habis hadiah hadir hafal halaman halus hampar handuk hangat hantar " +
  "harap harga harimau harmoni harum hasil hayati helai hemat hening heran hiasan hidup hijau hikmah hilir hitam " +
  "hitung horison hormat hotel hubung hujan humor huruf ibarat idaman ijazah iklan iklim ilalang imbang impian " +
  "induk industri ingat intan intip istana istri jabat jadwal jagung jahit jajan jaket jalur jamrud jangkar " +
  "jangkrik janji jantung jarak jawab jelajah jembatan jempol jenaka jendela jenis jepit jerami jerapah jernih " +
  "jinak jingga jodoh joget juara jubah judul jujur jumpa jurnal jutawan kabar kabel kabut kacang kadal kajian " +
  "kakak kaktus kalem kalender kalung kambing kamera kampung kampus kancil kandang kangkung kanguru kantong kantor " +
  "kapas kapten karate karet karnaval kartu karya kasih kasturi kasuari kasur kawat kebaya kebun kecap kecil kedai " +
  "kedelai kejora kejut kekar kelapa kelereng kelinci kelok keluarga kemarau kembang kembar kemeja kemiri kemudi " +
  "kemuning kenanga kenari kencang kendi kental kepala keping kepiting kerabat keramik kerang kerapu kerbau keris " +
  "kerja kertas kerucut kerudung kerupuk kesatria ketan ketela ketua khusus kicau kilang kilat kincir kirim kisah " +
  "klinik koala kolak koleksi kolong komet komodo kompas kompor konde koper kopra koran korek kriya kuaci kubis " +
  "kucing kuliah kulit kumpul kuncup kunyit kurma kursi kusir kuskus kutilang kutub ladang lahir laksana lampion " +
  "lampu lancar landak langit langkah langsat lantai lantang lapis laporan larik lasak latih layar lebar legenda " +
  "leher lembah lembut lemon lempar lengan lengkap lengkuas lentera lereng lestari lezat libur licin lidah lihat " +
  "lilit limas lincah lindung lingkar lintas lisan listrik lobak lodeh logam lokal loket lompat lonceng lontar " +
  "losmen loyang lubang lugas luhur lukah lukis lulus lumbung lumpur lumut macan mahoni majalah makmur maksud malam " +
  "mandau mandiri manggis mangkuk mangrove manis manisan mantap manuk markisa marmer martabak matahari matang mawar " +
  "mebel melati melinjo melon menara mentari mentega mentimun merah merdeka merdu merica merpati mertua mesin mesra " +
  "mimpi minat minibus minum minyak mirip mobil modal mohon mosaik motor mudah mujair mulia mulut muncul mungil " +
  "murai murid museum musik mutiara nakhoda nanas nangka naskah naungan negara nektar nelayan nenek neraca niaga " +
  "nilai ningrat niscaya nomor norma nuansa nutrisi nyala nyaman nyanyi nyaring obeng objek oktaf olahraga ombak " +
  "oncom ongkos opera orang oranye organ pabrik pacar padat paham pahlawan palang palapa pamer panah pancing pandai " +
  "pandu panen panggung panglima panjang panjat pantas pantun papan paprika parade paras parasut parit parkir pasir " +
  "paspor pasti pasukan patuh patung pawai pedas pedati pedoman pegang pelangi pelatih pelita pelopor peluit peluk " +
  "pelukis pemuda penabuh pendapa pendek pendekar penguin penjaga pensil penting penuh penyu pepaya perahu perak " +
  "perdana perigi perisai periuk perkutut permata permen pernah persik pertiwi perunggu pesan pesawat pesisir " +
  "pesona pesta petani petir piala piano pijar pikir pilih pilot pinang pindah pinggir pintar pintu pinus pipit " +
  "piranti piring pisau pojok polisi polos pompa pondok ponsel porselen porsi potret prakarsa pramuka prasasti " +
  "presiden prestasi protein pucuk puisi pukul pulau pulpen pulsa puncak purnama pusaka pusat putar putih putri " +
  "racik radio ragam rahasia rajin rajut rakit rakitan rakun rakyat ramah rambut rambutan rancang rangkai ransel " +
  "rantau rapat rebana rebung rebus redup rekan relawan relief remaja rembulan rempah rempeyek rencana rendah " +
  "reptil resep resmi retas riang rimba rindang rindu ringan ringkas rintik risalah rombong rompi ronda ronggeng " +
  "rotan rubik rujak rumbia rumpun rumus runcing rusuk sabana sabuk sahabat sajak saksi saldo salin salju saluran " +
  "sambal sambung sampah samudra sandal sanggar sanggul sanjung santan santri saring satelit satria saudara sawah " +
  "sayang sayap sayur sedan sedia segar segel sehat sejarah sejuk sekolah selada selam selamat selaras selesai " +
  "selimut selokan seluruh semangat semangka sembada sembilan semen semesta semut sendawa sendiri sendok senja " +
  "senter senyum sepakat sepatu sepeda serabi serbuk serius seroja seruling serunai sikap siluet simak simfoni " +
  "simpan simpul sinar singa singgah singkat singkong sirsak sirup sisik siswa situs skala sketsa skuter sopan " +
  "sopir spidol stasiun stroberi suasana subuh sudut sukses sukun suling sumber sumpit sumur sungai suntik sunyi " +
  "suplai surat surya sutra swasta syair syukur tabungan tahun tajam takar taman tamasya tambah tambang tambur " +
  "tangan tanggap tangguh tanya tapal taplak tarian tarung tawon teater tebak tebing teduh tegap tegur tekad teknik " +
  "tekstil tekun teladan telaga telapak telepon teliti tembaga tembikar tembok tempat tempe tempuh tenda tengah " +
  "tenggara tenteram tepung teratai terima terompet terong teropong terus tidur tikungan timun tinggi tirai tirta " +
  "titik tokek tokoh tomat tombol tongkat tonton topeng torpedo tradisi trofi tujuh tukang tulis tumbuh tumpeng " +
  "tungku tunjuk tuntas tupai turangga tutup udara ujung ukulele ulang umpan undang undangan undur unggas unggul " +
  "untung upacara usaha utama vanila vitamin wadah waduk wajik waktu walet wangi wanita warkah warna waspada wedang " +
  "wibawa wilayah wisata wisuda wortel wujud yakin yayasan yodium yunior zaitun zebra"
).split(" ")
