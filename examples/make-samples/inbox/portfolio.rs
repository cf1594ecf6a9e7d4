//! The thirteen partners. Every one of them, every customer and every person is invented.

use jiff::civil::{Date, date};

use super::facts::Association as A;
use super::facts::Credential::{Identities, Mcsa, Other, Services};
use super::facts::Outcome::{Failed, NoProof, PassedOn};
use super::facts::Workload as W;
use super::facts::{Credit, Partner, Person, Trial, Usage, Users, other, passed, row};

/// All partners, in the order of their IDs.
pub fn partners() -> Vec<Partner> {
    vec![
        alderfinch(),
        aegean(),
        kestrel_bay(),
        brenta(),
        laguna(),
        mueller(),
        harbour_lantern(),
        saffron_delta(),
        nuages_du_midi(),
        andes_nube(),
        wisla(),
        tidewater(),
        aozora(),
    ]
}

fn person(
    first: &'static str,
    last: &'static str,
    mcp: &'static str,
    email: &'static str,
    credits: Vec<Credit>,
) -> Person {
    Person { first, last, email, mcp, credits }
}

fn anniversary(month: i8, day: i8) -> Option<Date> {
    Some(date(2027, month, day))
}

/// Gold with room to spare. The portal repeats a row for each attribution and keeps one of no use to the rules.
fn alderfinch() -> Partner {
    Partner {
        id: "4100017",
        name: "Alderfinch Systems Ltd",
        country: Some(("GB", "United Kingdom")),
        city: "Leeds",
        market: "",
        language: "en",
        contact: "compliance@alderfinch.example",
        current_tier: "Gold",
        anniversary: anniversary(3, 14),
        usage: vec![
            row("Granite Peak Foods Ltd", W::Exchange, 640, A::AdminLink),
            row("Granite Peak Foods Ltd", W::Exchange, 640, A::Record).flagged_duplicate(),
            row("Granite Peak Foods Ltd", W::SharePoint, 310, A::Record),
            row("Granite Peak Foods Ltd", W::Skype, 205, A::Record),
            row("Granite Peak Foods Ltd", W::Exchange, 633, A::AdminLink).august(),
            row("Granite Peak Foods Ltd", W::Exchange, 633, A::Record).august().flagged_duplicate(),
            row("Bramblewick Borough", W::Exchange, 890, A::CspTier1),
            row("Bramblewick Borough", W::Exchange, 890, A::Record).flagged_duplicate(),
            row("Bramblewick Borough", W::ProPlus, 402, A::CspTier1),
            row("Tolland Marine Insurance", W::Exchange, 512, A::Transacting),
            row("Tolland Marine Insurance", W::Yammer, 148, A::Transacting),
            row("Tolland Marine Insurance", W::Teams, 530, A::Transacting),
            row("Oakhurst Academies Trust", W::Exchange, 705, A::Delegated),
            row("Oakhurst Academies Trust", W::SharePoint, 288, A::Delegated),
            row("Oakhurst Academies Trust", W::ProPlus, 266, A::Delegated),
            row("=Equals Design Studio", W::Exchange, 34, A::Record),
            row("Fenwright Logistics", W::Exchange, 415, A::AdminLink),
            row("Fenwright Logistics", W::SharePoint, 120, A::Unknown),
            row("Heather Vale Clinics", W::Exchange, 260, A::Record).august(),
            row("Heather Vale Clinics", W::Exchange, 275, A::Record),
        ],
        people: vec![
            person(
                "Amara",
                "Osei",
                "7104411",
                "amara.osei@alderfinch.example",
                vec![passed(Identities, date(2024, 3, 11)), passed(Services, date(2024, 5, 20))],
            ),
            person(
                "Rhys",
                "Pemberton",
                "7104498",
                "rhys.pemberton@alderfinch.example",
                vec![
                    passed(Identities, date(2025, 1, 16)),
                    passed(Services, date(2025, 2, 27)),
                    passed(Other("Introduction to Teams calling"), date(2026, 4, 2)),
                ],
            ),
            person(
                "Lucy",
                "Tran",
                "7210034",
                "lucy.tran@alderfinch.example",
                vec![passed(Identities, date(2026, 6, 8))],
            ),
        ],
    }
}

/// Silver with exactly 2,000. The one qualified person is known to the portal under two MCP IDs.
fn aegean() -> Partner {
    Partner {
        id: "4100025",
        name: "Νέφος Αιγαίου Α.Ε.",
        country: Some(("GR", "Greece")),
        city: "Ermoupoli",
        market: "Developed",
        language: "en",
        contact: "info@nefos-aigaiou.example",
        current_tier: "Silver",
        anniversary: anniversary(1, 31),
        usage: vec![
            row("Ναυτιλιακή Κυκλάδων", W::Exchange, 520, A::Record),
            row("Ναυτιλιακή Κυκλάδων", W::Exchange, 520, A::CspTier1).flagged_duplicate(),
            row("Ναυτιλιακή Κυκλάδων", W::SharePoint, 180, A::Record),
            row("Ξενοδοχεία Αφροδίτη", W::Exchange, 460, A::CspTier2),
            row("Ξενοδοχεία Αφροδίτη", W::Yammer, 40, A::CspTier2),
            row("Ξενοδοχεία Αφροδίτη", W::Teams, 410, A::CspTier2),
            row("Ελαιώνες Μεσσηνίας", W::Exchange, 298, A::Delegated).august(),
            row("Ελαιώνες Μεσσηνίας", W::Exchange, 300, A::Delegated),
            row("Ελαιώνες Μεσσηνίας", W::ProPlus, 250, A::Delegated),
            row("Δημοτική Βιβλιοθήκη Σύρου", W::Exchange, 150, A::Record),
            row("Δημοτική Βιβλιοθήκη Σύρου", W::SharePoint, 100, A::Record),
            row("Φαρμακεία Λέσβου", W::Exchange, 95, A::AdminLink),
        ],
        people: vec![
            person(
                "Ελένη",
                "Παπαδοπούλου",
                "8811201",
                "eleni@nefos-aigaiou.example",
                vec![passed(Identities, date(2023, 11, 7)), passed(Services, date(2025, 9, 18)).under("9920315")],
            ),
            person(
                "Νίκος",
                "Ανδρέου",
                "8811240",
                "nikos@nefos-aigaiou.example",
                vec![passed(Services, date(2026, 2, 24))],
            ),
        ],
    }
}

/// One active user short of Silver. A customer that is counted already does not close the gap a second time.
fn kestrel_bay() -> Partner {
    Partner {
        id: "4100033",
        name: "Kestrel Bay Consulting Inc.",
        country: Some(("US", "United States")),
        city: "Portland",
        market: "Developed",
        language: "en",
        contact: "partners@kestrelbay.example",
        current_tier: "Silver",
        anniversary: anniversary(6, 1),
        usage: vec![
            row("Granite Peak Foods Ltd", W::Exchange, 700, A::Transacting),
            row("Granite Peak Foods Ltd", W::ProPlus, 350, A::Transacting),
            row("Bluegrass Dental Group", W::Exchange, 320, A::Record),
            row("Bluegrass Dental Group", W::SharePoint, 129, A::Record),
            row("Bluegrass Dental Group", W::Yammer, 55, A::DealRegistration),
            row("Copperline Rail", W::Exchange, 410, A::AdminLink),
            row("Copperline Rail", W::Exchange, 410, A::CspTier1).flagged_duplicate(),
            row("Copperline Rail", W::Skype, 90, A::CspTier1),
            row("Copperline Rail", W::Teams, 505, A::CspTier1),
            row("Sierra Lark Winery", W::Exchange, 60, A::Unknown).august(),
            row("Sierra Lark Winery", W::Exchange, 64, A::Unknown),
        ],
        people: vec![
            person(
                "Dana",
                "Whitfield",
                "6630178",
                "dana.whitfield@kestrelbay.example",
                vec![passed(Mcsa, date(2025, 2, 14))],
            ),
            person(
                "Marcus",
                "Bell",
                "6630205",
                "marcus.bell@kestrelbay.example",
                vec![passed(Identities, date(2026, 5, 19)), passed(Services, date(2026, 10, 5))],
            ),
        ],
    }
}

/// Entitlements for Gold, but one person by exams and one by certification: mixed paths.
fn brenta() -> Partner {
    Partner {
        id: "4200018",
        name: "Officine Digitali Brenta S.r.l.",
        country: Some(("IT", "Italia")),
        city: "Padova",
        market: "",
        language: "it",
        contact: "qualita@officinebrenta.example",
        current_tier: "Silver",
        anniversary: anniversary(2, 28),
        usage: vec![
            row("Acciaierie Valdastico S.p.A.", W::Exchange, 0, A::Delegated).users(Users::Grouped(1240)),
            row("Acciaierie Valdastico S.p.A.", W::SharePoint, 615, A::Delegated),
            row("Acciaierie Valdastico S.p.A.", W::ProPlus, 380, A::Delegated),
            row("Acciaierie Valdastico S.p.A.", W::Teams, 600, A::Delegated),
            row("Acciaierie Valdastico S.p.A.", W::OneDrive, 300, A::Delegated),
            row("Comune di Ponte San Lazzaro", W::Exchange, 520, A::Record),
            row("Comune di Ponte San Lazzaro", W::Yammer, 65, A::Record),
            row("Comune di Ponte San Lazzaro", W::Exchange, 515, A::Record).august(),
            row("Cantine Colle Rosso", W::Exchange, 410, A::Transacting),
            row("Cantine Colle Rosso", W::Skype, 150, A::Transacting),
            row("Cantine Colle Rosso", W::SharePoint, 90, A::Transacting).trial(Trial::Column),
            row("Cooperativa Le Rondini", W::Exchange, 345, A::Record),
            row("Cooperativa Le Rondini", W::SharePoint, 275, A::Record),
            row("Cooperativa Le Rondini", W::Yammer, 40, A::AdminLink),
            row("Grafiche Peschiera", W::Exchange, 110, A::Transacting),
            row("Grafiche Peschiera", W::ProPlus, 35, A::Transacting).trial(Trial::Name),
            row("Autotrasporti Sile", W::Exchange, 230, A::None),
        ],
        people: vec![
            person(
                "Giulia",
                "Marangon",
                "5510027",
                "g.marangon@officinebrenta.example",
                vec![passed(Identities, date(2024, 4, 23)), passed(Services, date(2024, 6, 5))],
            ),
            person(
                "Paolo",
                "Fabris",
                "5510033",
                "p.fabris@officinebrenta.example",
                vec![passed(Mcsa, date(2023, 9, 18))],
            ),
            person(
                "Sara",
                "Boscolo",
                "5510048",
                "s.boscolo@officinebrenta.example",
                vec![other(Identities, Failed(date(2026, 5, 12)))],
            ),
        ],
    }
}

/// Enough entitlements, but the two exams are split between two people: nobody.
fn laguna() -> Partner {
    Partner {
        id: "4200026",
        name: "Laguna Servizi Informatici S.n.c.",
        country: Some(("IT", "Italia")),
        city: "Chioggia",
        market: "",
        language: "it",
        contact: "info@lagunaservizi.example",
        current_tier: "",
        anniversary: anniversary(5, 15),
        usage: vec![
            row("Cantieri Malamocco", W::Exchange, 780, A::Record),
            row("Cantieri Malamocco", W::SharePoint, 260, A::Record),
            row("Cantieri Malamocco", W::Exchange, 771, A::Record).august(),
            row("Vetreria Sant'Elia", W::Exchange, 430, A::Transacting),
            row("Vetreria Sant'Elia", W::Skype, 120, A::Transacting),
            row("Vetreria Sant'Elia", W::ProPlus, 45, A::None).trial(Trial::Column),
            row("Vetreria Sant'Elia", W::Exchange, 430, A::Transacting),
            row("Consorzio Ortofrutta Cavallino", W::Exchange, 510, A::Delegated),
            row("Consorzio Ortofrutta Cavallino", W::ProPlus, 250, A::Delegated),
        ],
        people: vec![
            person(
                "Chiara",
                "Zen",
                "5520011",
                "chiara.zen@lagunaservizi.example",
                vec![passed(Identities, date(2025, 10, 21))],
            ),
            person(
                "Davide",
                "Rossetto",
                "5520029",
                "davide.rossetto@lagunaservizi.example",
                vec![passed(Services, date(2026, 3, 30))],
            ),
        ],
    }
}

/// Silver that rests on one certification which expires in January 2027.
fn mueller() -> Partner {
    Partner {
        id: "4300012",
        name: "Müller & Söhne Bürotechnik GmbH",
        country: Some(("DE", "Deutschland")),
        city: "Überlingen",
        market: "",
        language: "de",
        contact: "einkauf@mueller-soehne.example",
        current_tier: "Silver",
        anniversary: anniversary(4, 1),
        usage: vec![
            row("Käserei Allgäu eG", W::Exchange, 480, A::Delegated),
            row("Käserei Allgäu eG", W::SharePoint, 210, A::Delegated),
            row("Käserei Allgäu eG", W::Exchange, 471, A::Delegated).august(),
            row("Größe & Maß Schneiderei", W::Exchange, 95, A::Record),
            row("Größe & Maß Schneiderei", W::Skype, 0, A::Record).users(Users::Shown("-5")),
            row("Österlein Fahrzeugbau", W::Exchange, 760, A::Transacting),
            row("Österlein Fahrzeugbau", W::ProPlus, 390, A::Transacting),
            row("Österlein Fahrzeugbau", W::SharePoint, 60, A::Transacting).trial(Trial::Name),
            row("Österlein Fahrzeugbau", W::Teams, 700, A::Transacting),
            row("=plus Werbung GmbH", W::Exchange, 45, A::Record),
            row("Stadtwerke Überlingen-Süd", W::Exchange, 410, A::Record),
            row("Stadtwerke Überlingen-Süd", W::Exchange, 428, A::Record),
            row("Stadtwerke Überlingen-Süd", W::Yammer, 150, A::Record),
            row("Gärtnerei Grünfink", W::Exchange, 130, A::AdminLink),
            row("Gärtnerei Grünfink", W::Yammer, 0, A::Record).users(Users::Shown("ca. 40")),
        ],
        people: vec![
            person(
                "Jürgen",
                "Müßig",
                "4410902",
                "j.muessig@mueller-soehne.example",
                vec![passed(Mcsa, date(2025, 1, 31)).expires(date(2027, 1, 31))],
            ),
            person(
                "Heike",
                "Sträßer",
                "4410917",
                "h.straesser@mueller-soehne.example",
                vec![passed(Identities, date(2026, 3, 17)), other(Services, Failed(date(2026, 8, 4)))],
            ),
        ],
    }
}

/// Silver that could be Gold: two people qualify, and a cell beside 3,700 counted entitlements shows `#N/A`.
fn harbour_lantern() -> Partner {
    Partner {
        id: "4400017",
        name: "Harbour Lantern IT Pty Ltd",
        country: Some(("AU", "Australia")),
        city: "Fremantle",
        market: "",
        language: "en",
        contact: "ops@harbourlantern.example",
        current_tier: "Silver",
        anniversary: anniversary(7, 1),
        usage: vec![
            row("Coral Quay Ferries", W::Exchange, 620, A::Record),
            row("Coral Quay Ferries", W::SharePoint, 240, A::Record),
            row("Coral Quay Ferries", W::Yammer, 75, A::Record),
            row("Coral Quay Ferries", W::ProPlus, 310, A::Record),
            row("Coral Quay Ferries", W::Teams, 600, A::Record),
            row("Wattle & Wren Interiors", W::Exchange, 145, A::Delegated),
            row("Wattle & Wren Interiors", W::SharePoint, 60, A::Delegated),
            row("Wattle & Wren Interiors", W::Skype, 40, A::Delegated),
            row("Wattle & Wren Interiors", W::ProPlus, 55, A::Delegated),
            row("Wattle & Wren Interiors", W::Teams, 150, A::Delegated),
            row("=Yield Farms", W::Exchange, 230, A::Record),
            row("=Yield Farms", W::SharePoint, 80, A::Record),
            row("=Yield Farms", W::ProPlus, 120, A::Record),
            row("=Yield Farms", W::Teams, 200, A::Record),
            row("Banksia Health Network", W::Exchange, 860, A::Transacting),
            row("Banksia Health Network", W::SharePoint, 350, A::Transacting),
            row("Banksia Health Network", W::Skype, 110, A::Transacting),
            row("Banksia Health Network", W::Yammer, 0, A::Transacting),
            row("Banksia Health Network", W::ProPlus, 0, A::Transacting).users(Users::NotAvailable),
            row("Banksia Health Network", W::Teams, 880, A::Transacting),
            row("Kookaburra Rail Freight", W::Exchange, 405, A::RecordAndDelegated),
            row("Kookaburra Rail Freight", W::Teams, 390, A::RecordAndDelegated),
            row("Pearl Coast Radio", W::Exchange, 90, A::AdminLink),
            row("Pearl Coast Radio", W::SharePoint, 35, A::AdminLink),
            row("Saltbush Mining Supplies", W::Exchange, 210, A::None),
        ],
        people: vec![
            person(
                "Priya",
                "Raman",
                "3310566",
                "priya.raman@harbourlantern.example",
                vec![passed(Identities, date(2024, 8, 13)), passed(Services, date(2024, 10, 29))],
            ),
            person(
                "Tom",
                "Gallagher",
                "3310571",
                "tom.gallagher@harbourlantern.example",
                vec![passed(Identities, date(2025, 3, 4)), passed(Services, date(2025, 4, 22))],
            ),
            person(
                "Mei",
                "Lindqvist",
                "3310580",
                "mei.lindqvist@harbourlantern.example",
                vec![passed(Identities, date(2026, 7, 9)), other(Services, Failed(date(2026, 8, 20)))],
            ),
        ],
    }
}

/// Silver by the developing-market threshold of 1,000.
fn saffron_delta() -> Partner {
    Partner {
        id: "4400025",
        name: "Saffron Delta Technologies Pvt Ltd",
        country: Some(("IN", "India")),
        city: "Kochi",
        market: "Developing",
        language: "en",
        contact: "alliances@saffrondelta.example",
        current_tier: "Silver",
        anniversary: anniversary(8, 15),
        usage: vec![
            row("Deccan Spice Traders", W::Exchange, 310, A::Record),
            row("Deccan Spice Traders", W::SharePoint, 120, A::Record),
            row("Deccan Spice Traders", W::ProPlus, 90, A::Record),
            row("Deccan Spice Traders", W::Teams, 300, A::Record),
            row("Monsoon Textiles", W::Exchange, 260, A::CspTier1),
            row("Monsoon Textiles", W::Yammer, 45, A::CspTier1),
            row("Lotus Bridge Schools", W::Exchange, 240, A::Delegated),
            row("Lotus Bridge Schools", W::SharePoint, 115, A::Delegated),
            row("Banyan Tree Guesthouses", W::Exchange, 150, A::ClaimingPartner),
            row("Banyan Tree Guesthouses", W::SharePoint, 70, A::ClaimingPartner),
        ],
        people: vec![
            person(
                "Arjun",
                "Nair",
                "2209113",
                "arjun.nair@saffrondelta.example",
                vec![passed(Identities, date(2025, 6, 17)), passed(Services, date(2025, 7, 23))],
            ),
            person(
                "Kavya",
                "Menon",
                "2209120",
                "kavya.menon@saffrondelta.example",
                vec![passed(Services, date(2026, 9, 30))],
            ),
        ],
    }
}

/// Enough entitlements and seven people, none of whom qualifies: each shows another reason.
fn nuages_du_midi() -> Partner {
    Partner {
        id: "4500018",
        name: "Nuages du Midi SARL",
        country: Some(("FR", "France")),
        city: "Nîmes",
        market: "",
        language: "fr",
        contact: "contact@nuagesdumidi.example",
        current_tier: "Silver",
        anniversary: anniversary(11, 30),
        usage: vec![
            row("Mairie de Sainte-Aurore", W::Exchange, 0, A::Record).users(Users::Grouped(1120)),
            row("Mairie de Sainte-Aurore", W::SharePoint, 340, A::Record),
            row("Mairie de Sainte-Aurore", W::Teams, 900, A::Record),
            row("Coopérative Garrigue", W::Exchange, 310, A::Delegated),
            row("Coopérative Garrigue", W::SharePoint, 70, A::Delegated).trial(Trial::Name),
            row("Clinique des Tilleuls", W::Exchange, 280, A::Transacting),
            row("Clinique des Tilleuls", W::ProPlus, 190, A::Transacting),
            row("Clinique des Tilleuls", W::Missing, 85, A::Transacting),
            row("Éditions Cigale", W::Exchange, 160, A::Record),
            row("Éditions Cigale", W::Yammer, 100, A::Record),
            row("Éditions Cigale", W::Exchange, 155, A::Record).august(),
            row("Domaine Roquevieille", W::Exchange, 210, A::AdminLink),
            row("Domaine Roquevieille", W::SharePoint, 60, A::Word("Partenaire local")),
        ],
        people: vec![
            person(
                "Claire",
                "Vasseur",
                "1180401",
                "c.vasseur@nuagesdumidi.example",
                vec![other(Identities, PassedOn("31/02/2026"))],
            ),
            person("Hugo", "Delmas", "1180419", "h.delmas@nuagesdumidi.example", vec![other(Services, NoProof)]),
            person(
                "Inès",
                "Carrère",
                "1180426",
                "i.carrere@nuagesdumidi.example",
                vec![passed(Mcsa, date(2024, 6, 24)).expires(date(2026, 6, 30))],
            ),
            person(
                "Jules",
                "Fabrègue",
                "1180433",
                "j.fabregue@nuagesdumidi.example",
                vec![passed(Identities, date(2026, 1, 27)), other(Services, Failed(date(2026, 4, 14)))],
            ),
            person(
                "Léa",
                "Soubeyran",
                "1180440",
                "l.soubeyran@nuagesdumidi.example",
                vec![passed(Identities, date(2026, 5, 12)), passed(Services, date(2026, 10, 8))],
            ),
            person(
                "Marc",
                "Aubanel",
                "1180458",
                "m.aubanel@nuagesdumidi.example",
                vec![passed(Other("MCSA: Windows Server 2016"), date(2025, 3, 19))],
            ),
            person(
                "Nadia",
                "Benali",
                "1180465",
                "n.benali@nuagesdumidi.example",
                vec![passed(Identities, date(2025, 12, 16)), passed(Identities, date(2025, 12, 16))],
            ),
        ],
    }
}

/// One active user short of the developing-market threshold; a trial converted would do.
fn andes_nube() -> Partner {
    Partner {
        id: "4500026",
        name: "Andes Nube S.A.C.",
        country: Some(("PE", "Perú")),
        city: "Arequipa",
        market: "",
        language: "es",
        contact: "alianzas@andesnube.example",
        current_tier: "",
        anniversary: anniversary(10, 12),
        usage: vec![
            row("Minera Huaylas", W::Exchange, 380, A::Record),
            row("Minera Huaylas", W::SharePoint, 120, A::Record),
            row("Minera Huaylas", W::Teams, 300, A::Record),
            row("Minera Huaylas", W::Exchange, 372, A::Record).august(),
            row("Panadería Los Ficus", W::Exchange, 64, A::CspTier2),
            row("Panadería Los Ficus", W::ProPlus, 20, A::CspTier2).trial(Trial::Name),
            row("Colegio Santa Ruth", W::Exchange, 245, A::Delegated),
            row("Textiles Ñandú", W::Exchange, 150, A::Record),
            row("Textiles Ñandú", W::Yammer, 40, A::Record),
        ],
        people: vec![person(
            "Rosa",
            "Quispe",
            "9903310",
            "rosa.quispe@andesnube.example",
            vec![passed(Mcsa, date(2024, 2, 20))],
        )],
    }
}

/// None, could be Silver: two rows of one customer differ in nothing but the count.
fn wisla() -> Partner {
    Partner {
        id: "4600011",
        name: "Wisła Chmura Sp. z o.o.",
        country: Some(("PL", "Poland")),
        city: "Łódź",
        market: "Developed",
        language: "en",
        contact: "biuro@wislachmura.example",
        current_tier: "",
        anniversary: anniversary(9, 9),
        usage: vec![
            row("Hurtownia Żółty Dąb", W::Exchange, 520, A::Record),
            row("Hurtownia Żółty Dąb", W::SharePoint, 200, A::Record),
            row("Hurtownia Żółty Dąb", W::Yammer, 30, A::Record).trial(Trial::Name),
            row("Zakłady Łódzkie Świt", W::Exchange, 610, A::Delegated),
            row("Zakłady Łódzkie Świt", W::SharePoint, 100, A::Delegated),
            row("Zakłady Łódzkie Świt", W::SharePoint, 290, A::Delegated),
            row("Zakłady Łódzkie Świt", W::Teams, 450, A::Delegated),
            row("ООО «Северный ветер»", W::Exchange, 330, A::Transacting),
            row("ООО «Северный ветер»", W::ProPlus, 140, A::Transacting),
            row("ООО «Северный ветер»", W::Exchange, 325, A::Transacting).august(),
            row("Apteka Źródło", W::Exchange, 75, A::ClaimingPartner),
        ],
        people: vec![
            person(
                "Łukasz",
                "Wiśniewski",
                "8804127",
                "lukasz.wisniewski@wislachmura.example",
                vec![passed(Mcsa, date(2025, 5, 6))],
            ),
            person(
                "Ольга",
                "Ковальчук",
                "8804133",
                "olga.kowalczuk@wislachmura.example",
                vec![passed(Services, date(2026, 6, 23))],
            ),
        ],
    }
}

/// A partner whose market nobody tells; its customers' countries must not decide it.
fn tidewater() -> Partner {
    Partner {
        id: "4700014",
        name: "Tidewater Reach Ltd",
        country: None,
        city: "",
        market: "",
        language: "",
        contact: "",
        current_tier: "",
        anniversary: None,
        usage: vec![
            row("Pelican Sound Charter", W::Exchange, 450, A::Record),
            row("Pelican Sound Charter", W::SharePoint, 150, A::Record),
            row("Mangrove Bay Resorts", W::Exchange, 520, A::CspTier2),
            row("Mangrove Bay Resorts", W::Yammer, 80, A::CspTier2),
            row("Mangrove Bay Resorts", W::Teams, 380, A::CspTier2),
            row("Turtle Cove Bank", W::Exchange, 200, A::Record),
            row("Turtle Cove Bank", W::Exchange, 200, A::Record),
            row("Lagoon Radio", W::Exchange, 60, A::Null),
        ],
        people: vec![person(
            "Keisha",
            "Alleyne",
            "7715302",
            "keisha.alleyne@tidewater-reach.example",
            vec![passed(Identities, date(2025, 5, 28)), passed(Services, date(2025, 8, 6))],
        )],
    }
}

/// Gold by two certifications, with little to spare.
fn aozora() -> Partner {
    Partner {
        id: "4800019",
        name: "株式会社あおぞらクラウド",
        country: Some(("JP", "Japan")),
        city: "横浜",
        market: "",
        language: "en",
        contact: "partner@aozora-cloud.example",
        current_tier: "Gold",
        anniversary: anniversary(12, 1),
        usage: vec![
            row("北浜製薬株式会社", W::Exchange, 1150, A::Record),
            row("北浜製薬株式会社", W::SharePoint, 480, A::Record),
            row("北浜製薬株式会社", W::Skype, 220, A::Record),
            row("北浜製薬株式会社", W::Teams, 1200, A::Record),
            row("北浜製薬株式会社", W::Exchange, 1140, A::Record).august(),
            row("富士見鉄道", W::Exchange, 890, A::Transacting),
            row("富士見鉄道", W::ProPlus, 610, A::Transacting),
            row("富士見鉄道", W::Yammer, 25, A::Transacting).trial(Trial::Name),
            row("شركة النخيل للتجارة", W::Exchange, 340, A::Delegated),
            row("شركة النخيل للتجارة", W::Yammer, 60, A::Delegated),
            row("さくら学園", W::Exchange, 400, A::Record),
            row("さくら学園", W::Word("SharePiont Online"), 75, A::Record),
        ],
        people: vec![
            person(
                "美咲",
                "田中",
                "6612040",
                "misaki.tanaka@aozora-cloud.example",
                vec![passed(Mcsa, date(2024, 11, 26))],
            ),
            person(
                "أحمد",
                "الخطيب",
                "6612051",
                "ahmad.alkhatib@aozora-cloud.example",
                vec![passed(Mcsa, date(2025, 7, 15))],
            ),
            person(
                "健",
                "佐藤",
                "6612066",
                "ken.sato@aozora-cloud.example",
                vec![passed(Identities, date(2026, 8, 25))],
            ),
        ],
    }
}

/// The usage rows of one partner.
pub fn usage_of<'a>(partners: &'a [Partner], id: &str) -> impl Iterator<Item = (&'a Partner, &'a Usage)> + use<'a> {
    let id = id.to_owned();
    partners
        .iter()
        .filter(move |partner| partner.id == id)
        .flat_map(|partner| partner.usage.iter().map(move |u| (partner, u)))
}

/// The roster rows of one partner.
pub fn roster_of<'a>(
    partners: &'a [Partner],
    id: &str,
) -> impl Iterator<Item = (&'a Partner, &'a Person, &'a Credit)> + use<'a> {
    let id = id.to_owned();
    partners.iter().filter(move |partner| partner.id == id).flat_map(|partner| {
        partner.people.iter().flat_map(move |person| person.credits.iter().map(move |credit| (partner, person, credit)))
    })
}
