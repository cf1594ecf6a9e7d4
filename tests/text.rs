//! Languages: numbers, dates and lists as people write them, and texts that are the same in every language.

use std::cmp::Ordering;

use jiff::civil::date;
use tiergap::facts::Month;
use tiergap::finding::Arg;
use tiergap::text::{Lang, Localizer};

fn speak(lang: Lang) -> Localizer {
    Localizer::new(lang).expect("texts")
}

#[test]
fn numbers_have_the_separators_of_the_language() {
    let (en, it) = (speak(Lang::En), speak(Lang::It));
    assert_eq!((en.number(2000), it.number(2000)), ("2,000".into(), "2.000".into()));
    assert_eq!((en.number(-1_234_567), it.number(999)), ("-1,234,567".into(), "999".into()));
    assert_eq!((en.decimal(1234.56, 1), it.decimal(1234.56, 1)), ("1,234.6".into(), "1.234,6".into()));
    assert_eq!((en.percent(0.075), it.percent(0.5)), ("8%".into(), "50%".into()));
}

#[test]
fn numbers_inside_sentences_have_them_too_and_choose_the_plural() {
    let source = "rows = { $n ->\n    [one] { $n } riga\n   *[other] { $n } righe\n}\nraw = { NUMBER($n, useGrouping: \"false\") }\n";
    let it = Localizer::with_text(Lang::It, source).expect("texts");
    assert_eq!(it.message("rows", &[("n", Arg::Number(1))]), "1 riga");
    assert_eq!(it.message("rows", &[("n", Arg::Number(12_500))]), "12.500 righe");
    assert_eq!(it.message("rows", &[("n", Arg::Number(9_007_199_254_740_993))]), "9.007.199.254.740.993 righe");
    assert_eq!(it.message("raw", &[("n", Arg::Number(12_500))]), "12500");
}

#[test]
fn amounts_agree_with_their_numbers() {
    let said = |lang: Lang, n: i64| speak(lang).message("amount-entitlements", &[("count", Arg::Number(n))]);
    // German counts nothing as many, French as one; a million needs no form of its own in digits.
    assert_eq!(said(Lang::De, 0), "0\u{a0}aktive Berechtigungen");
    assert_eq!(said(Lang::De, 1), "1\u{a0}aktive Berechtigung");
    assert_eq!(said(Lang::Fr, 0), "0\u{a0}droit actif");
    assert_eq!(said(Lang::Fr, 1), "1\u{a0}droit actif");
    assert_eq!(said(Lang::Fr, 2_000), "2\u{202f}000\u{a0}droits actifs");
    assert_eq!(said(Lang::Fr, 1_000_000), "1\u{202f}000\u{202f}000\u{a0}droits actifs");
}

#[test]
fn days_and_months_are_written_out() {
    let (en, it) = (speak(Lang::En), speak(Lang::It));
    let day = date(2026, 9, 30);
    assert_eq!((en.date(day), it.date(day)), ("30 September 2026".into(), "30 settembre 2026".into()));
    let (de, fr) = (speak(Lang::De), speak(Lang::Fr));
    assert_eq!((de.date(day), fr.date(day)), ("30. September 2026".into(), "30 septembre 2026".into()));
    let first = date(2026, 8, 1);
    assert_eq!((de.date(first), fr.date(first)), ("1. August 2026".into(), "1er août 2026".into()));
    assert_eq!(fr.date(date(2026, 8, 11)), "11 août 2026");
    let month = Month::of(day);
    assert_eq!((en.month(month), it.month(month)), ("September 2026".into(), "settembre 2026".into()));
}

#[test]
fn spanish_and_portuguese_write_numbers_days_and_lists_their_own_way() {
    let (es, pt) = (speak(Lang::Es), speak(Lang::Pt));
    assert_eq!((es.number(2000), pt.number(2000)), ("2.000".into(), "2.000".into()));
    assert_eq!((es.decimal(1234.56, 1), pt.decimal(1234.56, 1)), ("1.234,6".into(), "1.234,6".into()));
    assert_eq!((es.percent(0.1), pt.percent(0.1)), ("10\u{a0}%".into(), "10%".into()));
    let day = date(2026, 9, 30);
    assert_eq!((es.date(day), pt.date(day)), ("30 de septiembre de 2026".into(), "30 de setembro de 2026".into()));
    let month = Month::of(day);
    assert_eq!((es.month(month), pt.month(month)), ("septiembre de 2026".into(), "setembro de 2026".into()));
    let items = ["a".to_owned(), "b".to_owned(), "c".to_owned()];
    assert_eq!((es.list(&items), pt.list_or(&items)), ("a, b y c".into(), "a, b ou c".into()));
    // A Brazilian zero is singular.
    let amount = |text: &Localizer, n: i64| text.message("amount-entitlements", &[("count", Arg::Number(n))]);
    assert_eq!((amount(&es, 0), amount(&pt, 0)), ("0 derechos activos".into(), "0 direito ativo".into()));
    assert_eq!((amount(&es, 1), amount(&pt, 2)), ("1 derecho activo".into(), "2 direitos ativos".into()));
    assert_eq!(es.compare("ñandú", "nube"), Ordering::Greater);
}

#[test]
fn words_are_sorted_as_in_a_dictionary() {
    let it = speak(Lang::It);
    assert_eq!(it.compare("Èuropa", "Fiat"), Ordering::Less);
    assert_eq!(it.compare("alfa", "Beta"), Ordering::Less);
    assert_eq!(it.compare("a", "a"), Ordering::Equal);
}

#[test]
fn lists_join_with_a_word_before_the_last() {
    let items = ["a".to_owned(), "b".to_owned(), "c".to_owned()];
    let (en, it) = (speak(Lang::En), speak(Lang::It));
    assert_eq!((en.list(&items), it.list(&items)), ("a, b and c".into(), "a, b e c".into()));
    assert_eq!((en.list_or(&items), it.list(&items[..1])), ("a, b or c".into(), "a".into()));
    assert_eq!(en.list(&[]), "");
}

#[test]
fn values_are_shown_as_they_are_without_marks() {
    let en = Localizer::with_text(Lang::En, "hello = Hello { $name }!\n    .title = Greeting of { $name }\n")
        .expect("texts");
    let args = [("name", Arg::from("{ $evil } \u{202e}"))];
    assert_eq!(en.message("hello", &args), "Hello { $evil } \u{202e}!");
    assert_eq!(en.message("hello.title", &args), "Greeting of { $evil } \u{202e}");
}

#[test]
fn what_a_language_lacks_is_said_in_english_and_then_by_its_key() {
    let it = Localizer::with_text(Lang::It, "other = altro\n").expect("texts");
    assert_eq!(it.message("percent", &[("number", "5".into())]), "5%");
    assert_eq!(it.message("no-such-key", &[]), "no-such-key");
}

#[test]
fn a_language_is_read_from_codes_and_all_have_texts() {
    assert_eq!("it-IT".parse(), Ok(Lang::It));
    assert_eq!(" PT_br ".parse(), Ok(Lang::Pt));
    assert!("xx".parse::<Lang>().is_err());
    assert_eq!(Lang::It.name(), "italiano");
    assert_eq!(Lang::available().collect::<Vec<_>>(), Lang::ALL);
    for lang in Lang::ALL {
        assert_eq!(Localizer::new(lang).expect("texts").lang(), lang);
    }
}

#[test]
fn texts_that_break_the_grammar_name_the_line() {
    let error = Localizer::with_text(Lang::En, "a = b\nc = { $x\n").expect_err("broken");
    assert!(error.to_string().contains("line 2") || error.to_string().contains("line 3"), "{error}");
}

#[test]
fn a_localizer_can_be_shared_between_threads() {
    fn shared<T: Send + Sync + Clone>(_: &T) {}
    let it = speak(Lang::It);
    shared(&it);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| assert_eq!(it.number(1000), "1.000"));
        }
    });
}
