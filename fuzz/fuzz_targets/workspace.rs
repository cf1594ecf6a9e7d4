#![no_main]
tiergap_fuzz::target!(workspace);
