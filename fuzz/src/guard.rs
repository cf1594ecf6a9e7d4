//! Panics inside the readers are caught by the program and become a finding. Those of the libraries are expected there,
//! those of our own code are faults: they must not hide.

use std::cell::RefCell;
use std::sync::Once;

thread_local! {
    static OWN: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Listens to panics from now on.
pub fn install() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if !tiergap::intake::panics_are_caught() {
                before(info);
                return;
            }
            let of_a_library = info.location().is_some_and(|place| place.file().contains("/registry/src/"));
            if !of_a_library {
                OWN.with(|own| *own.borrow_mut() = Some(info.to_string()));
            }
        }));
    });
}

/// Panics if our own code has, inside a reader that hides it.
pub fn no_panic_was_hidden() {
    if let Some(own) = OWN.with(|own| own.borrow_mut().take()) {
        panic!("hidden by the reader: {own}");
    }
}
