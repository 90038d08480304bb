//! The examples of the README and of the guide, which are tests of the library.

macro_rules! pages {
    ($($name:ident $page:literal)+) => {
        $(
            #[doc = include_str!(concat!("../", $page))]
            struct $name;
        )+
    };
}

pages! {
    Readme "README.md"
    GettingStarted "docs/getting-started.md"
    Library "docs/library.md"
    Responses "docs/responses.md"
}
