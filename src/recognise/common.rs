//! Words that are in the names of many companies, files and sheets, and in many sentences: they tell nobody's name.

use crate::shipped;

/// Lists whose words are in so many names that they tell nobody's.
static LISTS: [&&str; 4] = [&shipped::COMMON, &shipped::COLUMNS, &shipped::VALUES, &shipped::COUNTRIES];

/// The texts of these lists, as they are written; with or without the words that reviewers' reasons are made of.
pub(crate) fn common_texts(of_reasons: bool) -> Vec<String> {
    let mut texts = Vec::new();
    for list in LISTS {
        // The lists are checked when the words are loaded; one that could not be read would only hide more.
        if let Ok(table) = toml::from_str::<toml::Value>(list) {
            gather(&table, of_reasons, &mut texts);
        }
    }
    texts
}

fn gather(value: &toml::Value, of_reasons: bool, texts: &mut Vec<String>) {
    match value {
        toml::Value::String(text) => texts.push(text.clone()),
        toml::Value::Array(items) => items.iter().for_each(|item| gather(item, of_reasons, texts)),
        toml::Value::Table(table) => {
            // What a list says about itself is prose, and names no words.
            let wanted = |key: &str| key != "about" && (of_reasons || key != "reasons");
            table.iter().filter(|(key, _)| wanted(key)).for_each(|(_, item)| gather(item, of_reasons, texts));
        }
        _ => {}
    }
}
