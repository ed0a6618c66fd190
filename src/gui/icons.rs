//! Phosphor icons, Regular, the glyphs that the window uses (`assets/fonts/Phosphor-Regular.ttf`).

pub const CARDS_THREE: &str = "\u{ee50}";
pub const CARET_DOWN: &str = "\u{e136}";
pub const CARET_UP: &str = "\u{e13c}";
pub const CLIPBOARD: &str = "\u{e196}";
pub const EXPORT: &str = "\u{eaf0}";
pub const EYE: &str = "\u{e220}";
pub const EYE_SLASH: &str = "\u{e224}";
pub const FILE_TEXT: &str = "\u{e23a}";
pub const FOLDER_OPEN: &str = "\u{e256}";
pub const HASH: &str = "\u{e2a2}";
pub const LIST_MAGNIFYING_GLASS: &str = "\u{ebe0}";
pub const MOON: &str = "\u{e330}";
pub const PENCIL: &str = "\u{e3ae}";
pub const PENCIL_SIMPLE: &str = "\u{e3b4}";
pub const PLUS: &str = "\u{e3d4}";
pub const QUOTES: &str = "\u{e660}";
pub const SEAL_QUESTION: &str = "\u{e608}";
pub const SUN: &str = "\u{e472}";
pub const TEXT_COLUMNS: &str = "\u{ec96}";
pub const USER_SWITCH: &str = "\u{e756}";
pub const WARNING_CIRCLE: &str = "\u{e4e2}";
pub const X: &str = "\u{e4f6}";
