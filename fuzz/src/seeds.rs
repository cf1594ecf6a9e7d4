//! What the fuzzing begins with: the sample inbox, the fixtures and the shipped configuration, in the form that each
//! target takes.

use std::path::{Path, PathBuf};

use tiergap::intake::{Limits, Source};

use super::{packed, targets};

/// Bytes of a seed at most: what is larger is mutated in places that do not matter.
const MAX: usize = 40_000;

/// The seeds of a target; `root` is the folder of the program's source.
pub fn of(target: &str, root: &Path) -> Vec<Vec<u8>> {
    let inputs = || -> Vec<PathBuf> {
        let folders = ["samples/inbox", "samples/inbox/portal", "tests/fixtures"];
        folders.iter().flat_map(|folder| files(&root.join(folder))).collect()
    };
    let content =
        |files: Vec<PathBuf>| -> Vec<Vec<u8>> { files.iter().filter_map(|f| std::fs::read(f).ok()).collect() };
    let starting = |heads: &[&[u8]]| -> Vec<Vec<u8>> {
        let all = content(inputs()).into_iter();
        all.filter(|bytes| heads.iter().any(|head| bytes.starts_with(head))).collect()
    };
    let packs = |wanted: fn(&str) -> bool, format: &str| -> Vec<Vec<u8>> {
        let zipped = starting(&[b"PK"]).into_iter().filter(|file| holds(file, format));
        zipped.filter_map(|file| packed::unzip(&file, 20_000, wanted)).collect()
    };
    let texts = |folder: &str| content(files(&root.join(folder)));
    let mut seeds: Vec<Vec<u8>> = match target {
        "file" => content(inputs()),
        "xlsx" => packs(|name| !name.starts_with("docProps") && !name.contains("printer"), "xl/workbook.xml"),
        "xlsb" => packs(|name| !name.starts_with("docProps"), "xl/workbook.bin"),
        "ods" => {
            packs(|name| matches!(name, "mimetype" | "content.xml" | "styles.xml" | "settings.xml"), "content.xml")
        }
        "xls" => {
            let old = starting(&[&[0xD0, 0xCF, 0x11, 0xE0]]);
            old.iter().filter_map(|file| packed::stream(file)).map(<[u8]>::to_vec).collect()
        }
        "delimited" => {
            let mut seeds = content(inputs());
            seeds.retain(|bytes| !bytes.starts_with(b"PK") && !bytes.starts_with(&[0xD0]) && !bytes.starts_with(b"<"));
            seeds.push(b"sep=;\nPartner;Kunde;Nutzer\n\"A;\"\"B\"\"\";C;\"1.234\"\n".to_vec());
            seeds
        }
        "html" | "spreadsheetml" => {
            let xml = target == "spreadsheetml";
            let mut seeds = starting(&[b"<", b"\xef\xbb\xbf<", b" <", b"\n<"]);
            seeds.retain(|bytes| bytes.windows(5).take(200).any(|w| w == b"<?xml") == xml);
            seeds
        }
        "sheet" | "review" | "reports" => inputs().into_iter().filter_map(dumped).collect(),
        "values" => LISTS.iter().map(|list| list.join("\n").into_bytes()).collect(),
        "credential" => vec![CREDENTIALS.join("\n").into_bytes()],
        "ruleset" => texts("templates/rules"),
        "theme" => vec![
            content(vec![root.join("templates/theme.toml")]).concat(),
            [&b"organisation = \"A\"\nlogo = \"l.png\"\n\0"[..], &PICTURE].concat(),
        ],
        "workspace" => {
            let template = content(vec![root.join("templates/tiergap.toml")]).concat();
            let made = String::from_utf8_lossy(&template).replace("# [", "[").replace("\n# ", "\n");
            vec![
                template,
                made.into_bytes(),
                b"[[waiver]]\nfile = \"*.csv\"\ncell = \"A1:I40\"\nread-as = 7\nreason = \"r\"\nby = \"b\"\n".to_vec(),
                b"[columns]\nworkload = { en = [\"W\"] }\n[market-list]\nname = \"n\"\ndeveloped = [\"IT\"]\n".to_vec(),
            ]
        }
        "logo" => [texts("tests/fixtures/logo"), vec![PICTURE.to_vec()]].concat(),
        "columns" => {
            content(vec![root.join("templates/words/columns.toml"), root.join("templates/words/markets.toml")])
                .into_iter()
                .chain([b"partner = [\"Socio\"]\nactive-users = { en = [\"Seats\"] }\n".to_vec()])
                .collect()
        }
        "words" => ["columns.toml", "values.toml", "countries.toml"]
            .iter()
            .enumerate()
            .map(|(n, name)| {
                let text = std::fs::read(root.join("templates/words").join(name)).unwrap_or_default();
                [vec![n as u8], text].concat()
            })
            .collect(),
        "previous" => vec![RESULTS.as_bytes().to_vec()],
        "texts" => vec![
            b"plan-intro = Reach { $tier } with { $count ->\n    [one] one step\n   *[other] { $count } steps\n }.\n"
                .to_vec(),
            b"role-usage = use\nexam = { $number }\n-term = x\n# comment\n".to_vec(),
        ],
        _ => Vec::new(),
    };
    for seed in &mut seeds {
        if seed.len() > MAX && !matches!(target, "words" | "columns") {
            seed.truncate(MAX);
        }
    }
    seeds.push(Vec::new());
    seeds
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    files
}

fn holds(file: &[u8], part: &str) -> bool {
    file.windows(part.len()).any(|window| window == part.as_bytes())
}

fn dumped(path: PathBuf) -> Option<Vec<u8>> {
    let label = path.file_name()?.to_string_lossy().into_owned();
    let book = tiergap::intake::read(&Source { path, label }, 0, &Limits::default());
    (!book.sheets.is_empty()).then(|| targets::ungrid(&book))
}

const LISTS: [&[&str]; 2] = [
    &["1.234", "1,234.50", "2 000", "1'000", "12k", "1,5 Mio", "-3", "(12)", "٣", "1e9", "2.000.000,0", "~10", "> 5"],
    &[
        "31/12/2026",
        "03.04.26",
        "2026-09-30T12:00:00Z",
        "set 2026",
        "Sept. '26",
        "1. März 2026",
        "2026年9月",
        "Q3 2026",
        "09/2026",
        "IT",
        "Deutschland",
        "Exchange Online",
        "EXO",
        "never",
        "\u{feff}\u{301}é",
    ],
];

const CREDENTIALS: [&str; 8] = [
    "70-346",
    "Exam 347: Enabling Office 365 Services",
    "MCSA: Office 365",
    "70-346 / 347",
    "346-347",
    "70-346, 70-347 and MCSA",
    "mcsa office365 (retired)",
    "70346",
];

/// A PNG of one pixel.
const PICTURE: [u8; 69] = [
    0x89, b'P', b'N', b'G', 13, 10, 26, 10, 0, 0, 0, 13, b'I', b'H', b'D', b'R', 0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0,
    0x90, 0x77, 0x53, 0xDE, 0, 0, 0, 12, b'I', b'D', b'A', b'T', 8, 0xD7, 0x63, 0xF8, 0xCF, 0xC0, 0, 0, 3, 1, 1, 0,
    0x18, 0xDD, 0x8D, 0xB0, 0, 0, 0, 0, b'I', b'E', b'N', b'D', 0xAE, 0x42, 0x60, 0x82,
];

const RESULTS: &str = r#"{"schema":"tiergap.results.v1","as_of":"2026-06-30","partners":[{"id":"1","name":"A","tier":"silver",
"requirements":[{"id":"certified-people","actual":2}],"usage":{"counted":{"active_users":12}},"customers":[{"id":null,
"name":"C","active_users":12}],"people":[{"id":null,"name":"P","email":"p@a.example","qualifies_by":["both-exams"]}]}]}"#;
