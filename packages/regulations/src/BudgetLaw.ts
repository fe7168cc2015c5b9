/**
 * Limits on personnel spending, reserved shares of a round, and the kinds of need an agency may open, as dated data.
 *
 * @since 0.1.0
 */
import type { Budget, ReservedShare } from "@timbang/core/formation"
import type { Parameter } from "@timbang/core/law"

// --- budget ---

/**
 * Personnel spending at most 30 % of all spending, without teacher allowances paid by transfer.
 *
 * @category parameters
 * @since 0.1.0
 */
export const personnelCap: Parameter.Parameter<Budget.Cap> = {
  name: "cap of personnel spending",
  localName: "batas belanja pegawai",
  unit: "part of all spending of the regional budget (APBD)",
  values: [
    {
      from: "2022-01-05",
      value: {
        share: "0.3",
        excluded: ["tunjangan profesi guru", "tambahan penghasilan guru", "tunjangan khusus guru"],
        deadline: "2027-01-05"
      },
      source: {
        instrument: "UU 1/2022",
        provision: "Pasal 146",
        confidence: "article-read",
        note: "the list of what is left out is seen in two sources only (Permendagri 84/2022); Menkeu may set another share"
      }
    }
  ]
}

/**
 * Spending on infrastructure for public service: at least 40 % of spending without shared revenue and transfers.
 *
 * @category parameters
 * @since 0.1.0
 */
export const infrastructureFloor: Parameter.Parameter<string> = {
  name: "floor of infrastructure spending",
  localName: "batas bawah belanja infrastruktur",
  unit: "part of spending without shared revenue and transfers to regions or villages",
  values: [
    {
      from: "2022-01-05",
      value: "0.4",
      source: { instrument: "UU 1/2022", provision: "Pasal 147", confidence: "article-read" }
    }
  ]
}

// --- kinds of need ---

/**
 * Kinds of need an agency of each kind may open in a CPNS round.
 *
 * @category parameters
 * @since 0.1.0
 */
export const openCategories: Parameter.Parameter<Readonly<Record<string, ReadonlyArray<string>>>> = {
  name: "kinds of need open to an agency",
  localName: "jenis kebutuhan yang dapat dibuka instansi",
  unit: "kinds of need by kind of agency",
  values: [
    {
      from: "2024-07-29",
      value: {
        pusat: ["umum", "cumlaude", "disabilitas", "diaspora", "papua", "kalimantan"],
        daerah: ["umum", "disabilitas", "daerah-tertinggal"]
      },
      source: {
        instrument: "KepmenPANRB 320/2024",
        provision: "diktum 10",
        confidence: "unverified",
        note: "what regions may open still has to be read in the decree; central kinds seen in two sources"
      }
    }
  ]
}

/**
 * Shares of a round that are reserved: at least 2 % for people with disabilities, rounded up because it is a minimum.
 *
 * @category parameters
 * @since 0.1.0
 */
export const reservedShares: Parameter.Parameter<ReadonlyArray<ReservedShare.ReservedShare>> = {
  name: "reserved shares of the posts opened",
  localName: "bagian khusus dari formasi yang dibuka",
  unit: "part of all posts of the agency",
  values: [
    {
      from: "2021-01-01",
      value: [
        { category: "disabilitas", share: "0.02", rounding: "up" },
        { category: "cumlaude", share: "0.1", rounding: "up", agencyKinds: ["pusat"] }
      ],
      source: {
        instrument: "PermenPANRB 27/2021",
        confidence: "seen-in-one",
        note: 'the rounding is inferred from "at least"'
      }
    },
    {
      from: "2024-07-29",
      value: [{ category: "disabilitas", share: "0.02", rounding: "up" }],
      source: {
        instrument: "KepmenPANRB 320/2024",
        confidence: "seen-in-one",
        note: 'regions: at least 2 %; the rounding is inferred from "at least"'
      }
    }
  ]
}

/**
 * Positions that are no posts of civil servants because the work is bought as a service.
 *
 * @category parameters
 * @since 0.1.0
 */
export const closedPositions: Parameter.Parameter<ReadonlyArray<string>> = {
  name: "positions that are outsourced",
  localName: "jabatan yang dialihdayakan",
  unit: "names of positions",
  values: [
    {
      from: "2022-01-01",
      value: ["Pengemudi", "Petugas Keamanan", "Petugas Kebersihan"],
      source: {
        instrument: "PermenPANRB 45/2022",
        confidence: "seen-in-one",
        note: "sopir, satpam and kebersihan; the names of the positions are ours"
      }
    }
  ]
}
