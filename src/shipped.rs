//! The files of `templates/` that decide or say something, each compiled in once: rooms read theirs from here, and
//! `tiergap templates` writes them out.
//!
//! Statics, because constants would stand in the program once for every use.

macro_rules! files {
    ($($file:ident = $name:literal;)+) => {
        $(
            #[doc = concat!("`templates/", $name, "`.")]
            pub(crate) static $file: &str = include_str!(concat!("../templates/", $name));
        )+

        /// All of them by their names below `templates/`, in the order of those. References to the statics: their values would be
        /// copies.
        pub(crate) static FILES: &[(&str, &&str)] = &[$(($name, &$file)),+];
    };
}

files! {
    MAIL_DE = "mail/de.ftl";
    MAIL_EN = "mail/en.ftl";
    MAIL_ES = "mail/es.ftl";
    MAIL_FR = "mail/fr.ftl";
    MAIL_IT = "mail/it.ftl";
    MAIL_PT = "mail/pt.ftl";
    RULES_2017_06_27 = "rules/cloud-productivity-managed-service@2017-06-27.toml";
    RULES_2017_07_07 = "rules/cloud-productivity-managed-service@2017-07-07.toml";
    TEXT_DE = "text/de.ftl";
    TEXT_EN = "text/en.ftl";
    TEXT_ES = "text/es.ftl";
    TEXT_FR = "text/fr.ftl";
    TEXT_IT = "text/it.ftl";
    TEXT_PT = "text/pt.ftl";
    THEME = "theme.toml";
    COLUMNS = "words/columns.toml";
    COMMON = "words/common.toml";
    COUNTRIES = "words/countries.toml";
    MARKETS = "words/markets.toml";
    VALUES = "words/values.toml";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_template_is_forgotten() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/templates");
        let names = crate::intake::files_below(std::path::Path::new(folder)).unwrap();
        // What makes a workspace or the page is neither said nor decided.
        let others = |name: &str| name.starts_with("html/") || name == "tiergap.toml" || name == "inbox.md";
        let wanted: Vec<&str> = names.iter().map(String::as_str).filter(|name| !others(name)).collect();
        let mut known: Vec<&str> = FILES.iter().map(|(name, _)| *name).collect();
        assert!(known.is_sorted());
        known.retain(|name| !wanted.contains(name));
        assert_eq!((known, wanted.len()), (Vec::new(), FILES.len()));
    }
}
