/** What `timbang` says of itself. */
export const description =
  "Menimbang kebutuhan, seleksi, dan kinerja ASN / weigh needs, selection and performance of civil servants. " +
    "Kode akhir / exit codes: 0 selesai, 1 ada yang berbeda, 2 masukan ditolak, 3 tidak semuanya dapat diperiksa, 4 tidak diperbolehkan aturan atau kewenangan, 70 kesalahan program, 130 dihentikan; tidak ada yang setengah tertulis."

/** Of the program. */
export const version = "0.1.0"
