use super::*;

fn words() -> Vocabulary {
    Vocabulary::shipped().expect("shipped words")
}

#[test]
fn the_shipped_words_are_sound() {
    let words = words();
    for (name, field) in FieldNames::ALL {
        assert_eq!(FieldNames::field(name), Some(field));
        assert!(words.headers.values().any(|a| a.meaning == Meaning::Field(field)), "{name} has no header");
    }
    assert!(words.associations().len() <= 32);
}

#[test]
fn ids_that_rulesets_name() {
    let words = words();
    let bits = words.association_bits(&["delegated-administrator".into(), "fast-track-partner".into()]);
    assert_eq!(bits.map(u32::count_ones), Ok(2));
    assert_eq!(words.association_bits(&["nobody".into()]), Err("nobody".into()));
    assert_eq!(words.label("exchange-online".into()), Some("Exchange Online"));
    assert_eq!(words.label("mcsa-office-365".into()), Some("MCSA: Office 365"));
    assert_eq!(words.label("70-346".into()), Some("Exam 70-346"));
    assert_eq!(words.label("IT".into()), Some("Italy"));
    assert!(words.known_credential("70-347".into()) && words.known_credential("mcsa-office-365".into()));
    assert!(!words.known_credential("mcsa".into()));
}

#[test]
fn workloads_in_many_spellings() {
    let words = words();
    for (text, id) in [
        ("Exchange Online", "exchange-online"),
        ("EXO", "exchange-online"),
        ("exchangeonline", "exchange-online"),
        ("Exchange Online (Plan 1)", "exchange-online"),
        ("Exchange Online Plan 2", "exchange-online"),
        ("SPO", "sharepoint-online"),
        ("Sharepoint", "sharepoint-online"),
        ("Skype Entreprise", "skype-for-business"),
        ("Skype Empresarial", "skype-for-business"),
        ("Lync Online", "skype-for-business"),
        ("Sfb", "skype-for-business"),
        ("Yammer", "yammer"),
        ("Office 365 ProPlus", "proplus"),
        ("Microsoft 365 Apps for enterprise", "proplus"),
        ("TeamsMeetings", "teams-meetings"),
        ("Microsoft Teams", "teams"),
        ("OneDrive for Business", "onedrive"),
        ("Office 365", "office-365-total"),
        ("Microsoft Dynamics CRM", "dynamics"),
    ] {
        assert_eq!(words.workload(text).map(|id| id.as_str()), Some(id), "{text}");
    }
    assert_eq!(words.workload("Exchnge"), None);
    assert_eq!(words.closest_workload("Exchnge Online"), Some("Exchange Online"));
}

#[test]
fn countries_in_six_languages() {
    let words = words();
    for (text, code) in [
        ("Italy", "IT"),
        ("italia", "IT"),
        ("ITA", "IT"),
        ("it", "IT"),
        ("Deutschland", "DE"),
        ("Allemagne", "DE"),
        ("Côte d'Ivoire", "CI"),
        ("UK", "GB"),
        ("Great Britain", "GB"),
        ("U.S.A.", "US"),
        ("Estados Unidos", "US"),
        ("Türkiye", "TR"),
        ("Turkey", "TR"),
        ("Czechia", "CZ"),
        ("Holland", "NL"),
        ("Korea", "KR"),
        ("Macedonia del Norte", "MK"),
        ("Bélgica", "BE"),
        ("Cina", "CN"),
    ] {
        assert_eq!(words.country(text).map(|c| c.as_str()), Some(code), "{text}");
    }
    assert_eq!(words.country("Republica de Alemania"), None);
    assert_eq!(words.country("Narnia"), None);
}

#[test]
fn the_users_names_win_and_errors_name_the_line() {
    let own = words()
        .with_columns("active-users = [\"Köpfe laut Report\", \"Segment\"]\n", "mine.toml")
        .expect("own columns");
    let alias = own.headers.get(&fold("Segment")).expect("alias");
    assert!(alias.user && alias.meaning == Meaning::Field(Field::ActiveUsers));

    let error = words().with_columns("month = [\"M\"]\nactive-user = [\"x\"]\n", "mine.toml").expect_err("field");
    assert_eq!(error.to_string(), "mine.toml:2:1: there is no field \"active-user\"; did you mean \"active-users\"?");
    let error = words().with_columns("month = [\"M\"]\nsku = [\"m\"]\n", "mine.toml").expect_err("twice");
    assert_eq!(error.line, Some(2));
    assert!(error.message.contains("claimed by two fields"), "{error}");
    assert!(words().with_columns("month = [", "mine.toml").is_err());
    assert!(words().with_columns("month = [1]", "mine.toml").is_err());
}
