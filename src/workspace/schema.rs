//! The JSON schema of a workspace's file, made from the types that read it.

use std::sync::LazyLock;

use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::raw::RawWorkspace;

static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
    // The draft that TOML editors know best.
    SchemaSettings::draft07().into_generator().into_root_schema_for::<RawWorkspace>().to_value()
});

/// The schema.
pub fn schema() -> &'static Value {
    &SCHEMA
}

/// The same as text.
pub fn schema_text() -> String {
    let mut text = serde_json::to_string_pretty(schema()).unwrap_or_default();
    text.push('\n');
    text
}
