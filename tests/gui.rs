//! Drives the window by the names that a screen reader says.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use crossread::gui::app::App;
use crossread::gui::command::{Command, Part, Purpose, Question, View};
use crossread::gui::picture::painter::Painter;
use crossread::gui::picture::{self, PictureOptions};
use crossread::gui::theme::Look;
use crossread::pipeline::{self, Input};
use eframe::egui::accesskit::Role;
use eframe::egui::{self, Key, Modifiers, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

type Slot = Rc<RefCell<Option<App>>>;

/// The window on some articles, after the first comparison.
struct Window {
    harness: Harness<'static, Slot>,
}

impl Window {
    fn new(inputs: Vec<Input>) -> Self {
        let slot = Slot::default();
        let filled = Rc::clone(&slot);
        let harness = Harness::builder()
            .with_size(Vec2::new(1600.0, 1000.0))
            .renderer(PixelRenderer::default())
            .with_context_setup(move |ctx| *filled.borrow_mut() = Some(App::new(ctx, inputs)))
            .build_ui_state(
                |ui, slot: &mut Slot| {
                    if let Some(app) = slot.borrow_mut().as_mut() {
                        app.frame(ui);
                    }
                },
                slot,
            );
        let mut res = Self { harness };
        res.settle();
        res
    }

    fn app(&mut self, act: impl FnOnce(&mut App)) {
        if let Some(app) = self.harness.state().borrow_mut().as_mut() {
            act(app);
        }
    }

    /// Waits for the worker and shows what it answered.
    fn settle(&mut self) {
        self.harness.step();
        let ctx = self.harness.ctx.clone();
        if let Some(app) = self.harness.state().borrow_mut().as_mut() {
            app.settle(&ctx);
        }
        self.harness.run();
    }

    #[track_caller]
    fn click(&mut self, label: &str) {
        self.harness.get_by_label(label).click();
        self.settle();
    }

    fn press(&mut self, key: Key) {
        self.press_with(Modifiers::NONE, key);
    }

    fn press_with(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
    }

    #[track_caller]
    fn type_into(&mut self, label: &str, words: &str) {
        self.harness.get_by_label(label).focus();
        self.settle();
        self.harness.get_by_label(label).type_text(words);
        self.settle();
    }

    #[track_caller]
    fn hover(&mut self, label: &str) {
        let at = self.harness.get_by_label(label).rect();
        self.harness
            .hover_at(at.center_bottom() - Vec2::new(0.0, 4.0));
        self.settle();
    }

    /// Clicks the first thing with these words in its name.
    #[track_caller]
    fn click_first(&mut self, words: &str) {
        let mut nodes = self.harness.get_all_by_label_contains(words);
        let node = nodes.next().expect("get_all finds one");
        // Not by the pointer: it may have to be scrolled to.
        node.click_accesskit();
        drop(nodes);
        self.settle();
    }

    /// Goes on by Tab until the keyboard stands on something with these words in its name.
    #[track_caller]
    fn tab_to(&mut self, words: &str) {
        const MOST_STOPS: usize = 400;
        for _ in 0..MOST_STOPS {
            let nodes = self.harness.query_all_by_label_contains(words);
            if nodes.into_iter().any(|it| it.is_focused()) {
                return;
            }
            self.harness.key_press(Key::Tab);
            self.harness.run();
        }
        panic!("Tab does not reach “{words}”");
    }

    /// How many things have a name with these words in it.
    fn count(&self, words: &str) -> usize {
        self.harness.query_all_by_label_contains(words).count()
    }

    #[track_caller]
    fn assert_shows(&self, words: &str) {
        assert!(self.count(words) > 0, "nothing is called “{words}”");
    }

    fn drop_files(&mut self, paths: &[PathBuf]) {
        for path in paths {
            let file = Arc::new(Dropped(path.clone()));
            self.harness.input_mut().dropped_files.push(file);
        }
        self.settle();
    }
}

/// Our painter as the renderer of egui_kittest.
#[derive(Default)]
struct PixelRenderer(Painter);

impl egui_kittest::TestRenderer for PixelRenderer {
    fn handle_delta(&mut self, delta: &mut egui::TexturesDelta) {
        self.0.take(delta);
    }

    fn render(
        &mut self,
        ctx: &egui::Context,
        output: &egui::FullOutput,
    ) -> Result<image::RgbaImage, String> {
        let scale = ctx.pixels_per_point();
        let triangles = ctx.tessellate(output.shapes.clone(), scale);
        let picture = self.0.paint(&triangles, ctx.content_rect().size(), scale);
        let [width, height] = picture.size.map(|it| it as u32);
        let bytes = picture
            .pixels
            .iter()
            .flat_map(egui::Color32::to_array)
            .collect();
        image::RgbaImage::from_raw(width, height, bytes).ok_or_else(|| "odd size".to_owned())
    }
}

#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|it| it.to_string())
    }
}

/// A folder of this test's own, with these files.
fn folder(name: &str, files: &[(&str, &[u8])]) -> Vec<PathBuf> {
    let folder = std::env::temp_dir().join(format!("crossread-gui-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder in temp");
    let write = |(name, bytes): &(&str, &[u8])| {
        let path = folder.join(name);
        std::fs::write(&path, bytes).expect("a file in temp");
        path
    };
    files.iter().map(write).collect()
}

const NORTH: &str = "Lights fail on the quay\n\n“The lamps went out at nine and nobody told us why,” \
    said Ada Quill, the lamp keeper, on Monday.\n\nTwo boats waited outside the harbor.\n";
const COAST: &str = "Quay in the dark\n\nAda Quill kept her answer short. “The lamps went out at nine,” \
    she said.\n\nThe council promised new lamps before winter.\n";
const MOOR: &str = "Council to buy lamps\n\nThe council of Fennick said on Tuesday that it would buy \
    forty lamps before the winter.\n";

#[test]
fn sample_opens_and_a_shared_quotation_shows_its_witnesses() {
    let mut window = Window::new(Vec::new());
    window.click("Try the sample story");
    window.assert_shows("Rename outlet Harbor Wire");
    window.click("Shared quotation, Harbor Wire: The gate did exactly what it was told");
    for outlet in ["Harbor Wire", "Merrowport Ledger", "Northlight News"] {
        window.assert_shows(&format!("Witness, {outlet}: The gate did exactly"));
    }
    // Each column stands at its witness, all level.
    let tops: Vec<f32> = ["Harbor Wire", "Merrowport Ledger", "Northlight News"]
        .iter()
        .map(|outlet| {
            let name = format!("Shared quotation, {outlet}: The gate did exactly");
            window.harness.get_by_label_contains(&name).rect().top()
        })
        .collect();
    assert!(
        tops.iter().all(|it| (it - tops[0]).abs() < 1.0),
        "not level: {tops:?}"
    );
}

#[test]
fn findings_are_walked_with_the_keyboard() {
    let mut window = Window::new(pipeline::sample());
    window.harness.key_press(Key::N);
    window.settle();
    window.assert_shows("Finding 1: ");
    window.assert_shows("Witness, ");
    window.harness.key_press(Key::Escape);
    window.settle();
    assert_eq!(window.count("Witness, "), 0);
}

#[test]
fn dropped_files_join_the_comparison() {
    let paths = folder(
        "drop",
        &[
            ("north.txt", NORTH.as_bytes()),
            ("coast.txt", COAST.as_bytes()),
            ("moor.txt", MOOR.as_bytes()),
        ],
    );
    let mut window = Window::new(Vec::new());
    for path in &paths[..2] {
        let path = Some(path.clone());
        let hovered = egui::HoveredFile {
            path,
            ..egui::HoveredFile::default()
        };
        window.harness.input_mut().hovered_files.push(hovered);
    }
    // An overlay is measured in its first frame and seen in the next.
    window.harness.run_steps(2);
    window.assert_shows("Add 2 articles");
    window.harness.input_mut().hovered_files.clear();
    window.drop_files(&paths[..2]);
    window.assert_shows("Shared quotation, north: The lamps went out at nine");
    window.drop_files(&paths[2..]);
    for outlet in ["north", "coast", "moor"] {
        window.assert_shows(&format!("Rename outlet {outlet}"));
    }
}

#[test]
fn the_selection_stays_when_an_article_is_added() {
    let paths = folder(
        "stay",
        &[
            ("north.txt", NORTH.as_bytes()),
            ("coast.txt", COAST.as_bytes()),
            ("a-moor.txt", MOOR.as_bytes()),
        ],
    );
    let mut window = Window::new(Vec::new());
    window.drop_files(&paths[..2]);
    window.click("Shared quotation, north: The lamps went out at nine and nobody");
    window.assert_shows("Witness, coast: The lamps went out");
    window.drop_files(&paths[2..]);
    window.assert_shows("Witness, coast: The lamps went out");
}

#[test]
fn pasted_text_is_an_article() {
    let mut window = Window::new(Vec::new());
    let paste = |window: &mut Window, text: &str| {
        window.harness.event(egui::Event::Paste(text.to_owned()));
        window.settle();
    };
    paste(&mut window, NORTH);
    window.assert_shows("Rename outlet Pasted text 1");
    paste(&mut window, NORTH);
    window.assert_shows("Already here, same text");
    paste(&mut window, COAST);
    window.assert_shows("Rename outlet Pasted text 2");
    paste(&mut window, " \n ");
    window.assert_shows("The clipboard holds no text");
}

#[test]
fn an_outlet_is_renamed() {
    let mut window = Window::new(pipeline::sample());
    window.click("Rename outlet Daily Flare");
    let field = window.harness.get_by_label("Name of the outlet");
    assert!(field.is_focused());
    window.harness.key_combination(&[Key::Home]);
    window.settle();
    window
        .harness
        .get_by_label("Name of the outlet")
        .type_text("The ");
    window.settle();
    // Keys of the window are letters of the name while it is edited.
    window.harness.key_press(Key::Enter);
    window.settle();
    window.assert_shows("Rename outlet The Daily Flare");
    assert_eq!(window.count("Name of the outlet"), 0);
    // Escape leaves the name as it was.
    window.click("Rename outlet Harbor Wire");
    window
        .harness
        .get_by_label("Name of the outlet")
        .type_text("!");
    window.settle();
    window.press(Key::Escape);
    window.assert_shows("Rename outlet Harbor Wire");
    assert_eq!(window.count("Harbor Wire!"), 0);
}

#[test]
fn an_article_is_removed() {
    let mut window = Window::new(pipeline::sample());
    window.click("Remove article Harbor Wire");
    assert_eq!(window.count("Rename outlet Harbor Wire"), 0);
    window.assert_shows("Rename outlet Lead Line");
    window.assert_shows("Removed Harbor Wire from the set");
}

#[test]
fn a_removed_article_comes_back_with_its_name() {
    let mut window = Window::new(pipeline::sample());
    window.click("Rename outlet Lead Line");
    window
        .harness
        .get_by_label("Name of the outlet")
        .type_text("!");
    window.settle();
    window.press(Key::Enter);
    window.click("Remove article Lead Line!");
    assert_eq!(window.count("Column head, Lead Line!"), 0);
    window.click("Undo");
    window.assert_shows("Column head, Lead Line!");
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.count("Column head, Lead Line!"), 0);
    window.assert_shows("Column head, Lead Line");
}

#[test]
fn columns_stay_level_when_they_are_set_anew() {
    let mut window = Window::new(pipeline::sample());
    window.click_first("Shared quotation, Harbor Wire: The gate did exactly");
    let tops = |window: &Window| -> Vec<f32> {
        let nodes = window
            .harness
            .get_all_by_label_contains(": The gate did exactly");
        let nodes = nodes.filter(|it| {
            let name = it.accesskit_node().label().unwrap_or_default();
            name.starts_with("Shared quotation, ")
        });
        nodes.map(|it| it.rect().top()).collect()
    };
    let is_level =
        |tops: &[f32]| tops.len() > 2 && tops.iter().all(|it| (it - tops[0]).abs() < 1.0);
    assert!(is_level(&tops(&window)), "{:?}", tops(&window));
    window.press_with(Modifiers::COMMAND, Key::Equals);
    assert!(is_level(&tops(&window)), "{:?}", tops(&window));
    window.harness.set_size(Vec2::new(1500.0, 900.0));
    window.settle();
    assert!(is_level(&tops(&window)), "{:?}", tops(&window));
    window.click("Remove article Daily Flare");
    assert!(is_level(&tops(&window)), "{:?}", tops(&window));
}

#[test]
fn a_bad_file_is_told_and_the_others_are_compared() {
    let paths = folder(
        "bad",
        &[
            ("north.txt", NORTH.as_bytes()),
            (
                "picture.txt",
                b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0",
            ),
            ("coast.txt", COAST.as_bytes()),
        ],
    );
    let mut window = Window::new(Vec::new());
    window.drop_files(&paths);
    window.assert_shows("Problem: picture.txt");
    window.assert_shows("Shared quotation, north: ");
    window.click("Close the list of problems");
    assert_eq!(window.count("Problem: "), 0);
}

#[test]
fn each_outlet_has_its_summary() {
    let mut window = Window::new(pipeline::sample());
    window.click("Outlets view");
    for outlet in ["Daily Flare", "Harbor Wire", "Lead Line", "Northlight News"] {
        window.assert_shows(&format!("{outlet}: "));
    }
    window.assert_shows("No match found: “");
}

#[test]
fn the_selection_is_kept_across_views() {
    let mut window = Window::new(pipeline::sample());
    window.click_first("Shared quotation, Harbor Wire: We assess");
    for (key, shown) in [
        (Key::Num2, "Note on "),
        (Key::Num3, "Row, "),
        (Key::Num4, "No match found: “"),
        (Key::Num5, "Told: "),
        (Key::Num1, "Witness, Harbor Wire: We assess"),
    ] {
        window.press(key);
        window.assert_shows(shown);
        // The evidence is one key away in each view.
        if window.count("Show the evidence card") > 0 {
            window.press(Key::E);
        }
        window.assert_shows("Witness, Harbor Wire: We assess");
    }
}

#[test]
fn a_note_in_the_margin_is_a_whole_statement() {
    let paths = folder(
        "margin",
        &[
            ("north.txt", NORTH.as_bytes()),
            ("coast.txt", COAST.as_bytes()),
        ],
    );
    let mut window = Window::new(Vec::new());
    window.drop_files(&paths);
    window.press(Key::Num2);
    window.assert_shows("Note on The lamps went out at nine");
    window.assert_shows("COA: cut: ends before “and nobody told us why");
}

#[test]
fn one_article_asks_for_a_second() {
    let paths = folder("single", &[("north.txt", NORTH.as_bytes())]);
    let mut window = Window::new(Vec::new());
    window.drop_files(&paths);
    window.assert_shows("Nothing shared yet. Add a second article");
    let adding = window.harness.get_by_label("Add a second article").rect();
    let head = window.harness.get_by_label("Column head, north").rect();
    assert!(adding.left() > head.right());
}

/// Findings are told in the story's numbers: the heads keep them, wherever the columns stand.
#[test]
fn outlets_of_one_name_are_told_apart() {
    let one = folder("alike-one", &[("wire.txt", NORTH.as_bytes())]);
    let two = folder("alike-two", &[("wire.txt", COAST.as_bytes())]);
    let (north, coast) = (one[0].clone(), two[0].clone());
    let first_is_second = |paths: &[PathBuf]| {
        let mut window = Window::new(Vec::new());
        window.drop_files(paths);
        let left = |name| window.harness.get_by_label(name).rect().left();
        left("Column head, wire 2") < left("Column head, wire")
    };
    let (one_way, other_way) = (
        first_is_second(&[north.clone(), coast.clone()]),
        first_is_second(&[coast, north]),
    );
    assert_ne!(one_way, other_way);
}

/// Enough articles that most have no column.
fn many(name: &str) -> Vec<PathBuf> {
    let filler = |n: usize| {
        (
            format!("a{n:02}.txt"),
            format!("News {n}\n\nA quiet day, number {n}.\n"),
        )
    };
    let fillers: Vec<(String, String)> = (0..14).map(filler).collect();
    let mut files: Vec<(&str, &[u8])> = fillers
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_bytes()))
        .collect();
    files.extend([
        ("x-north.txt", NORTH.as_bytes()),
        ("y-coast.txt", COAST.as_bytes()),
    ]);
    folder(name, &files)
}

#[test]
fn every_article_has_its_line_and_opens_from_it() {
    let paths = many("lines");
    let mut window = Window::new(Vec::new());
    window.drop_files(&paths);
    window.press(Key::Num1);
    assert_eq!(window.count("Place in "), paths.len());
    assert_eq!(window.count("Column head, a13"), 0);
    window.click("Open a13");
    window.assert_shows("Column head, a13");
}

#[test]
fn many_new_articles_leave_the_selection_its_columns() {
    let mut window = Window::new(Vec::new());
    let two = folder(
        "kept",
        &[
            ("north.txt", NORTH.as_bytes()),
            ("coast.txt", COAST.as_bytes()),
        ],
    );
    window.drop_files(&two);
    window.press(Key::J);
    window.press(Key::Num1);
    window.drop_files(&many("kept-many")[..14]);
    window.assert_shows("Column head, north");
    window.assert_shows("Column head, coast");
}

/// What the pointer meets in the middle of the panel is its key, not what lies below.
#[test]
fn a_long_comparison_can_be_stopped_by_the_pointer() {
    let mut window = Window::new(pipeline::sample());
    let paths = many("stopped");
    for path in &paths {
        let file = Arc::new(Dropped(path.clone()));
        window.harness.input_mut().dropped_files.push(file);
    }
    window.harness.step();
    window.harness.input_mut().time = Some(100.0);
    window.harness.step();
    window.harness.step();
    let at = window
        .harness
        .get_by_label("Cancel the comparison")
        .rect()
        .center();
    window.harness.hover_at(at);
    window.harness.step();
    window.harness.drag_at(at);
    window.harness.step();
    window.harness.drop_at(at);
    window.settle();
    assert_eq!(window.count("Column head, a00"), 0);
}

#[test]
fn what_a_row_leaves_out_is_one_click_away() {
    let mut paths = many("rows");
    let long: String = (0..9)
        .map(|it| format!("The keeper of pier {it} was denied his lamp and scoffed.\n\n"))
        .collect();
    let text = format!("Piers\n\n{long}");
    paths.extend(folder("rows-long", &[("z-long.txt", text.as_bytes())]));
    let mut window = Window::new(Vec::new());
    window.drop_files(&paths);
    window.press(Key::Num4);
    let folded = window.count(": and ");
    assert!(folded > 0);
    window.click_first(": and ");
    assert_eq!(window.count(": and "), 0);
    assert_eq!(window.count(": fewer"), folded);
    window.press(Key::W);
    assert_eq!(window.count(": and "), folded);
}

#[test]
fn the_reference_tells_that_it_has_no_match() {
    let mut window = Window::new(pipeline::sample());
    window.press(Key::N);
    window.press(Key::N);
    window.click("Column head, Daily Flare");
    window.press(Key::Num2);
    window.assert_shows("DAI: no match found; NOR has it near these words");
}

#[test]
fn the_sample_is_called_what_it_is() {
    let mut window = Window::new(pipeline::sample());
    window.assert_shows("Set Sample story");
    window.click("Remove article Lead Line");
    assert_eq!(window.count("Set Sample story"), 0);
}

/// Columns drawn whole are level at the selection: some begin lower for it.
#[test]
fn whole_columns_are_level() {
    let options = PictureOptions {
        size: [1200.0, 700.0],
        scale: 0.25,
        look: Look::Light,
        view: View::Columns,
        select: None,
        part: Part::View,
    };
    let height = |select| {
        let options = PictureOptions {
            select,
            ..options.clone()
        };
        picture::picture(pipeline::sample(), &options)
            .expect("a view")
            .size[1]
    };
    assert!(height(Some(0)) > height(None));
}

#[test]
fn the_grid_goes_to_the_words_of_what_is_selected() {
    let filler = |n: usize| {
        (
            format!("a{n}.txt"),
            format!("News {n}\n\nA quiet day, number {n}.\n"),
        )
    };
    let fillers: Vec<(String, String)> = (0..12).map(filler).collect();
    let mut files: Vec<(&str, &[u8])> = fillers
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_bytes()))
        .collect();
    files.push(("north.txt", NORTH.as_bytes()));
    files.push(("coast.txt", COAST.as_bytes()));
    let mut window = Window::new(Vec::new());
    window.drop_files(&folder("wide", &files));
    window.harness.set_size(Vec2::new(1100.0, 800.0));
    window.press(Key::Num3);
    assert_eq!(window.count("Cell, north: The lamps"), 0);
    let label = |window: &Window| {
        let label = window
            .harness
            .get_by_label_contains("Row, shared quotation 1: ");
        label.rect().left()
    };
    let before = label(&window);
    window.press(Key::J);
    let cell = window
        .harness
        .get_by_label_contains("Cell, north: The lamps");
    assert!(cell.rect().right() <= 1100.0, "{:?}", cell.rect());
    // The first column stays where it is.
    assert_eq!(label(&window), before);
    window.press(Key::ArrowLeft);
    window.press(Key::ArrowRight);
    assert_eq!(label(&window), before);
}

#[test]
fn counts_and_card_follow_what_is_listed() {
    let mut window = Window::new(pipeline::sample());
    window.press(Key::N);
    window.assert_shows("Witness, ");
    // The first finding is no evidence: the card does not go on about it.
    window.click("Filter: Evidence");
    assert_eq!(window.count("Witness, "), 0);
    window.click("Filter: Evidence");
    window.press(Key::F);
    assert_eq!(window.count("Attributed differently: 0. "), 0);
    let ctx = window.harness.ctx.clone();
    let search = Command::SearchFindings("zzz".to_owned());
    window.app(|app| app.apply(&ctx, search));
    window.settle();
    window.assert_shows("Attributed differently: 0. Unfold the list");
}

#[test]
fn the_palette_offers_what_can_be_done() {
    let mut window = Window::new(Vec::new());
    window.press_with(Modifiers::COMMAND, Key::K);
    window.type_into("Command palette", "find");
    assert_eq!(window.count("Find in all articles"), 0);
    window.press(Key::Escape);
    window.click("Try the sample story");
    window.press_with(Modifiers::COMMAND, Key::K);
    window.type_into("Command palette", "selection");
    assert_eq!(window.count("Copy the selection as a picture"), 0);
    window.press(Key::Escape);
    window.press(Key::N);
    window.press_with(Modifiers::COMMAND, Key::K);
    window.type_into("Command palette", "selection");
    window.assert_shows("Copy the selection as a picture");
}

/// What the mouse does on a head or on the card, the palette does as well.
#[test]
fn articles_and_findings_are_dealt_with_by_keys_alone() {
    let mut window = Window::new(pipeline::sample());
    let by_name = |window: &mut Window, name: &str| {
        window.press_with(Modifiers::COMMAND, Key::K);
        window.type_into("Command palette", name);
        window.press(Key::Enter);
    };
    by_name(&mut window, "rename lead");
    window.press_with(Modifiers::COMMAND, Key::A);
    window
        .harness
        .get_by_label("Name of the outlet")
        .type_text("The Plumb");
    window.settle();
    window.press(Key::Enter);
    window.assert_shows("Column head, The Plumb");
    by_name(&mut window, "right daily");
    let left = |name: &str| window.harness.get_by_label(name).rect().left();
    assert!(left("Column head, Harbor Wire") < left("Column head, Daily Flare"));
    window.press(Key::N);
    let n_findings = window.count("Finding ");
    by_name(&mut window, "reject this");
    assert_eq!(window.count("Finding "), n_findings - 1);
}

#[test]
fn what_was_taken_back_is_selected() {
    let mut window = Window::new(pipeline::sample());
    window.press(Key::N);
    window.press(Key::N);
    window.click("Keep: this finding is right");
    window.press(Key::P);
    window.assert_shows("Keep: this finding is right");
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    window.press_with(Modifiers::COMMAND, Key::Z);
    window.assert_shows("Undone: a finding kept");
    window.assert_shows("Card, finding 2");
}

#[test]
fn the_card_shows_the_words_that_prove_a_finding() {
    let said = |verb: &str| {
        format!("Quay\n\n“The lamps went out at nine last night,” Ada Quill {verb} on Monday.\n")
    };
    let paths = folder(
        "proof",
        &[
            ("north.txt", said("claimed").as_bytes()),
            ("coast.txt", said("confirmed").as_bytes()),
        ],
    );
    let mut window = Window::new(Vec::new());
    window.drop_files(&paths);
    window.click_first("of the same words");
    window.assert_shows("Place, north: claimed");
    window.assert_shows("Place, coast: confirmed");
}

#[test]
fn the_help_page_has_a_close_button() {
    let mut window = Window::new(Vec::new());
    window.press(Key::Questionmark);
    window.assert_shows("Undo: ");
    window.click("Close  Esc");
    assert_eq!(window.count("Undo: "), 0);
}

/// Nothing of the toolbar lies over another thing of it, however narrow the window.
#[test]
fn the_toolbar_has_room_for_all_its_keys() {
    let mut window = Window::new(pipeline::sample());
    window.harness.set_size(Vec2::new(900.0, 560.0));
    window.press(Key::T);
    let right = |window: &Window, name: &str| window.harness.get_by_label(name).rect().right();
    let left = |window: &Window, name: &str| window.harness.get_by_label(name).rect().left();
    assert!(right(&window, "Add articles") < left(&window, "End teaching mode"));
    assert!(right(&window, "End teaching mode") < left(&window, "Columns view"));
    assert!(right(&window, "Sources view") < left(&window, "Share"));
}

#[test]
fn the_find_bar_covers_no_words() {
    let mut window = Window::new(pipeline::sample());
    window.press_with(Modifiers::COMMAND, Key::F);
    let bar = window.harness.get_by_label("Find in all articles").rect();
    let head = window.harness.get_by_label("Column head, Lead Line").rect();
    assert!(bar.bottom() <= head.top(), "{bar:?} {head:?}");
}

#[test]
fn in_a_wide_window_the_card_stands_beside_the_view() {
    let mut window = Window::new(pipeline::sample());
    window.harness.set_size(Vec2::new(2560.0, 1440.0));
    for view in [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5] {
        window.press(view);
        window.press(Key::N);
        window.assert_shows("Copy with sources");
        let copy = window.harness.get_by_label("Copy with sources  C").rect();
        let head = window.harness.get_by_label("Column head, Lead Line").rect();
        assert!(copy.left() > head.right(), "{copy:?} {head:?}");
    }
}

#[test]
fn a_tooltip_waits_for_the_pointer() {
    let mut window = Window::new(pipeline::sample());
    let delay = |window: &Window| window.harness.ctx.global_style().interaction.tooltip_delay;
    let at = window.harness.get_by_label("Share").rect().center();
    window.harness.hover_at(at);
    window.harness.step();
    let short = delay(&window);
    // The window changes under a pointer that rests.
    window.press(Key::Num3);
    assert!(delay(&window) > 100.0 * short);
    window.harness.hover_at(at + Vec2::new(1.0, 0.0));
    window.harness.step();
    assert_eq!(delay(&window), short);
}

#[test]
fn the_source_of_a_quotation_is_written_in() {
    let mut window = Window::new(pipeline::sample());
    let name = "Shared quotation, Harbor Wire: The gate did exactly what it was told";
    window.harness.get_by_label(name).click_secondary();
    window.settle();
    window.click("Who says it");
    window.click("Other words of the article…");
    window.type_into("Words of the article that name them", "nobody of this name");
    window.press(Key::Enter);
    window.assert_shows("The article has no such words");
    window.press(Key::Escape);
    window.harness.get_by_label(name).click_secondary();
    window.settle();
    window.click("Who says it");
    window.click("Other words of the article…");
    window.type_into("Words of the article that name them", "the");
    window.press(Key::Enter);
    window.assert_shows("The source is set by you");
}

#[test]
fn outlets_tell_how_sure_it_is_and_what_comes_early() {
    let mut window = Window::new(pipeline::sample());
    window.harness.set_size(Vec2::new(1600.0, 4000.0));
    window.press(Key::Num4);
    window.assert_shows("How early: ");
    window.assert_shows(" words are quoted");
    window.assert_shows("Harbor Wire has “");
    window.click_first("Harbor Wire has “");
    window.click_first("Selected: One quotation in ");
    window.assert_shows("Witness, Harbor Wire: ");
}

#[test]
fn a_folder_gives_the_set_its_name() {
    let paths = folder(
        "named",
        &[
            ("north.txt", NORTH.as_bytes()),
            ("coast.txt", COAST.as_bytes()),
        ],
    );
    let place = paths[0].parent().unwrap().to_owned();
    let name = place.file_name().unwrap().to_string_lossy().into_owned();
    let window = Window::new(vec![Input::Path(place)]);
    window.assert_shows(&format!("Set {name}"));
}

#[test]
fn findings_are_filtered_and_searched() {
    let mut window = Window::new(pipeline::sample());
    let all = window.count("Finding ");
    window.click("Filter: Evidence");
    let evidence = window.count("Finding ");
    assert!(evidence > 0 && evidence < all, "{evidence} of {all}");
    window.click("Filter: Evidence");
    assert_eq!(window.count("Finding "), all);
    window.click("Search the findings");
    window.type_into("Search the findings", "torvane");
    let found = window.count("Finding ");
    assert!(found > 0 && found < all, "{found} of {all}");
    window.press(Key::Escape);
    assert_eq!(window.count("Finding "), all);
}

#[test]
fn words_are_found_in_all_articles() {
    let mut window = Window::new(pipeline::sample());
    window.press_with(Modifiers::COMMAND, Key::F);
    window.type_into("Find in all articles", "spaniel");
    window.assert_shows("hits: DAI ");
    window.click("Regular expression");
    window.type_into("Find in all articles", "(");
    window.assert_shows("This pattern cannot be read");
    window.press(Key::Escape);
    assert_eq!(window.count("Find in all articles, Ctrl+F"), 1);
    assert_eq!(window.count("Regular expression"), 0);
}

#[test]
fn found_words_of_folded_furniture_are_shown() {
    let mut window = Window::new(pipeline::sample());
    window.assert_shows("Show the page furniture of Daily Flare");
    window.press_with(Modifiers::COMMAND, Key::F);
    window.type_into("Find in all articles", "Coastpix");
    assert_eq!(window.count("Show the page furniture of Daily Flare"), 0);
}

#[test]
fn the_palette_does_what_it_names() {
    let mut window = Window::new(pipeline::sample());
    window.press_with(Modifiers::COMMAND, Key::K);
    window.press(Key::Escape);
    assert_eq!(window.count("Command palette"), 0);
    window.press_with(Modifiers::COMMAND, Key::K);
    window.type_into("Command palette", "dark th");
    window.press(Key::Enter);
    assert_eq!(window.count("Command palette"), 0);
    // The key of the theme names the one that comes next.
    window.assert_shows("High contrast");
    window.press(Key::Questionmark);
    window.assert_shows("Next finding: N");
    window.press(Key::Escape);
    assert_eq!(window.count("Next finding: N"), 0);
}

#[test]
fn a_column_is_hidden_soloed_and_shown_again() {
    let mut window = Window::new(pipeline::sample());
    window.hover("Column head, Lead Line");
    window.press(Key::H);
    assert_eq!(window.count("Column head, Lead Line"), 0);
    window.click("Show all articles");
    window.assert_shows("Column head, Lead Line");
    window.hover("Column head, Harbor Wire");
    window.press(Key::S);
    assert_eq!(window.count("Column head, "), 1);
    window.press(Key::A);
    assert_eq!(window.count("Column head, "), 5);
}

#[test]
fn a_column_is_dragged_to_another_place() {
    let mut window = Window::new(pipeline::sample());
    let left = |window: &Window, name: &str| {
        let name = format!("Column head, {name}");
        window.harness.get_by_label(&name).rect().left()
    };
    assert!(left(&window, "Daily Flare") < left(&window, "Lead Line"));
    let from = window
        .harness
        .get_by_label("Column head, Daily Flare")
        .rect();
    let to = window.harness.get_by_label("Column head, Lead Line").rect();
    let below = Vec2::new(0.0, -4.0);
    window.harness.drag_at(from.center_bottom() + below);
    window.harness.run();
    window.harness.hover_at(to.center_bottom() + below);
    window.harness.run();
    window.harness.drop_at(to.center_bottom() + below);
    window.settle();
    assert!(left(&window, "Daily Flare") > left(&window, "Lead Line"));
}

#[test]
fn any_article_can_be_the_reference() {
    let mut window = Window::new(pipeline::sample());
    window.press(Key::Num2);
    window.assert_shows("Shared quotation, Daily Flare: ");
    assert_eq!(window.count("Shared quotation, Harbor Wire: "), 0);
    window.press(Key::R);
    window.assert_shows("Shared quotation, Harbor Wire: ");
    window.click("Column head, Lead Line");
    window.assert_shows("Shared quotation, Lead Line: ");
}

#[test]
fn the_grid_is_sorted_by_an_outlet_and_joins_equal_ones() {
    let mut window = Window::new(pipeline::sample());
    window.harness.set_size(Vec2::new(1600.0, 4000.0));
    window.press(Key::Num3);
    let rows = |window: &Window| {
        let rows = window.harness.get_all_by_label_contains("Row, finding ");
        let mut rows: Vec<(i32, String)> = rows
            .map(|it| {
                let name = it.accesskit_node().label().unwrap_or_default();
                (it.rect().top() as i32, name)
            })
            .collect();
        rows.sort();
        rows
    };
    let as_found = rows(&window);
    window.click("Column head, Lead Line");
    assert_ne!(rows(&window), as_found);
    window.click("Column head, Lead Line");
    assert_eq!(rows(&window), as_found);
    // The same text would be a version of it, not an article.
    let copy = COAST.replace("before winter", "before the winter");
    let copies = folder(
        "same",
        &[
            ("north.txt", NORTH.as_bytes()),
            ("coast.txt", COAST.as_bytes()),
            ("moor.txt", copy.as_bytes()),
        ],
    );
    let mut window = Window::new(Vec::new());
    window.drop_files(&copies);
    window.press(Key::Num3);
    assert_eq!(window.count("Column head, "), 3);
    window.press(Key::G);
    assert_eq!(window.count("Column head, "), 2);
}

#[test]
fn teaching_hides_findings_until_they_are_revealed() {
    let mut window = Window::new(pipeline::sample());
    window.press(Key::T);
    assert_eq!(window.count("Finding "), 0);
    window.click("Reveal finding 1");
    window.assert_shows("Finding 1: Same words, attributed differently");
    assert_eq!(window.count("Finding "), 1);
    window.press(Key::T);
    window.assert_shows("Finding 2: ");
}

#[test]
fn page_furniture_is_folded_until_it_is_asked_for() {
    let mut window = Window::new(pipeline::sample());
    let folds = window.count("Show the page furniture of Northlight News");
    assert!(folds > 0);
    window.click_first("Show the page furniture of Northlight News");
    assert_eq!(
        window.count("Show the page furniture of Northlight News"),
        0
    );
}

#[test]
fn a_reader_hears_every_sentence_in_order() {
    let window = Window::new(pipeline::sample());
    let samples = sample_texts().into_iter();
    let samples = samples.map(|(name, text)| crossread::read::text(&name, text).unwrap());
    hears_every_sentence(&window, samples.collect());
}

/// The same of real articles, where they are: `CROSSREAD_SHARED` names their folder.
#[test]
fn a_reader_hears_every_sentence_of_real_articles() {
    let Some(shared) = std::env::var_os("CROSSREAD_SHARED") else {
        eprintln!("skipped: CROSSREAD_SHARED is not set");
        return;
    };
    let folder = Path::new(&shared).join("corpus/crimea-drones");
    let window = Window::new(vec![Input::Path(folder.clone())]);
    let files = std::fs::read_dir(folder).unwrap();
    let paths = files.map(|it| it.unwrap().path());
    let texts = paths.filter(|it| it.extension().is_some_and(|it| it == "txt"));
    let read = |it: PathBuf| crossread::read::articles(&it).into_iter().flatten();
    let articles: Vec<_> = texts.flat_map(read).collect();
    assert!(articles.len() > 1);
    hears_every_sentence(&window, articles);
}

#[track_caller]
fn hears_every_sentence(window: &Window, articles: Vec<crossread::model::Article>) {
    for article in articles {
        let name = &article.file;
        let first = article.paragraphs().next().expect("a paragraph");
        let first = first.of(&article.text);
        let labels = window.harness.get_all_by_role(Role::Label);
        let mut told = labels.filter_map(|it| it.value());
        let told = told.find(|it| it.contains(first));
        let told = told.unwrap_or_else(|| panic!("{name} is not told"));
        let mut at = 0;
        for paragraph in article.paragraphs() {
            let words = paragraph.of(&article.text);
            let found = told[at..].find(words);
            at += found.unwrap_or_else(|| panic!("{name}: “{words}” is not told")) + words.len();
        }
    }
}

/// Tab alone reaches what there is to press, and Enter or Space presses it.
#[test]
fn the_keyboard_alone_goes_everywhere() {
    let mut window = Window::new(Vec::new());
    window.tab_to("Try the sample story");
    window.press(Key::Enter);
    window.assert_shows("Rename outlet Harbor Wire");
    for name in [
        "Add articles",
        "Grid",
        "Find in all articles",
        "Show layer: Edited quotations",
        "Search the findings",
        "Finding 1: ",
        "Column head, Harbor Wire",
        "Place in Harbor Wire",
        "Shared quotation, Harbor Wire: ",
    ] {
        window.tab_to(name);
    }
    window.tab_to("Finding 2: ");
    window.press(Key::Space);
    for name in ["Copy with sources", "Fold the evidence card"] {
        window.tab_to(name);
    }
    window.press(Key::Enter);
    window.assert_shows("Show the evidence card");
}

#[test]
fn a_part_of_an_article_filters_the_findings() {
    let mut window = Window::new(pipeline::sample());
    let all = window.count("Finding ");
    let strip = window.harness.get_by_label("Place in Harbor Wire").rect();
    window.harness.drag_at(strip.left_center());
    window.harness.run();
    window.harness.hover_at(strip.center());
    window.harness.run();
    window.harness.drop_at(strip.center());
    window.settle();
    let some = window.count("Finding ");
    assert!(0 < some && some < all, "{some} of {all}");
    window.click("List the findings of all parts again");
    assert_eq!(window.count("Finding "), all);
}

#[test]
fn what_all_share_is_folded() {
    let shared = "\n\nThe bridge stayed shut on Monday.\n\n“Nobody crosses before the cables are \
                  counted twice,” said Ivo Brandt, the bridge warden.\n\n";
    let paths = folder(
        "fold",
        &[
            (
                "east.txt",
                format!("Bridge shut{shared}A cat slept.\n").as_bytes(),
            ),
            (
                "west.txt",
                format!("No crossing{shared}Rain is due.\n").as_bytes(),
            ),
        ],
    );
    let mut window = Window::new(Vec::new());
    window.drop_files(&paths);
    window.press(Key::X);
    window.assert_shows("Unfold what all share, east");
    window.assert_shows("Unfold what all share, west");
    // What is selected stays open.
    window.press(Key::J);
    window.assert_shows("Shared quotation, east: Nobody crosses");
    window.press(Key::X);
    assert_eq!(window.count("Unfold what all share"), 0);
}

#[test]
fn copied_words_carry_their_citation() {
    let mut window = Window::new(pipeline::sample());
    let head = window
        .harness
        .get_by_label("Column head, Merrowport Ledger");
    let headline = head.rect().left_bottom() + Vec2::new(20.0, 24.0);
    window.harness.drag_at(headline);
    window.harness.run();
    window.harness.hover_at(headline + Vec2::new(120.0, 0.0));
    window.harness.run();
    window.harness.drop_at(headline + Vec2::new(120.0, 0.0));
    window.harness.run();
    let modifiers = Modifiers::COMMAND | Modifiers::SHIFT;
    let events = [egui::Event::ModifiersChanged(modifiers), egui::Event::Copy];
    window.harness.input_mut().events.extend(events);
    window.harness.step();
    let commands = &window.harness.output().platform_output.commands;
    let copied = commands.iter().find_map(|it| match it {
        egui::OutputCommand::CopyText(text) => Some(text),
        _ => None,
    });
    let copied = copied.expect("words are selected and copied");
    assert!(
        copied.contains("” — Merrowport Ledger, headline"),
        "{copied}"
    );
}

fn sample_texts() -> Vec<(String, String)> {
    let inputs = pipeline::sample().into_iter();
    inputs
        .filter_map(|it| match it {
            Input::Text { name, text } => Some((name, text)),
            Input::Path(_) => None,
        })
        .collect()
}

/// Pixels that may differ a little before somebody must look.
const FEW: usize = 200;

/// Compares a picture with the file that is kept of it. `CROSSREAD_BLESS=1` writes it anew.
fn assert_is_kept(picture: &egui::ColorImage, path: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("CROSSREAD_BLESS").is_some() {
        let png = picture::png(picture).expect("a picture");
        std::fs::write(&path, png).expect("a place for the picture");
    }
    let known = image::open(&path).expect("a kept picture").to_rgba8();
    let size = picture.size.map(|it| it as u32);
    assert_eq!(size, [known.width(), known.height()], "{}", path.display());
    let differs = |(new, old): (&egui::Color32, &image::Rgba<u8>)| {
        let channels = new.to_array().into_iter().zip(old.0);
        channels.map(|(a, b)| a.abs_diff(b)).max() > Some(24)
    };
    let pixels = picture.pixels.iter().zip(known.pixels());
    let n_other = pixels.filter(|it| differs(*it)).count();
    assert!(
        n_other < FEW,
        "{}: {n_other} pixels are not as the window is now; look at it, then run the test with \
         CROSSREAD_BLESS=1",
        path.display()
    );
}

/// Each view in each theme, small: what changes here was meant to, or is a bug.
#[test]
fn views_look_as_they_did() {
    let ctx = egui::Context::default();
    ctx.set_pixels_per_point(0.5);
    let mut app = App::new(&ctx, pipeline::sample());
    app.hold_still();
    app.settle(&ctx);
    app.apply(&ctx, Command::SelectFinding(0));
    let mut painter = Painter::default();
    let size = Vec2::new(1280.0, 800.0);
    let mut time = 0.0;
    for look in Look::ALL {
        app.apply(&ctx, Command::SetLook(look));
        for view in View::ALL {
            app.apply(&ctx, Command::ShowView(view));
            let mut shown = egui::ColorImage::default();
            for frame in 0..3 {
                time += 1.0;
                let input = egui::RawInput {
                    screen_rect: Some(egui::Rect::from_min_size(egui::Pos2::ZERO, size)),
                    time: Some(time),
                    ..egui::RawInput::default()
                };
                let mut output = ctx.run_ui(input, |ui| app.frame(ui));
                painter.take(&mut output.textures_delta);
                let shapes = std::mem::take(&mut output.shapes);
                if frame == 2 {
                    shown = painter.paint(&ctx.tessellate(shapes, 0.5), size, 0.5);
                }
                output.drop_without_applying_deltas();
            }
            let name = format!("{}-{}", view.name().to_lowercase(), look.name());
            assert_is_kept(&shown, &format!("tests/pictures/{name}.png"));
        }
    }
}

/// The README's pictures are what the window looks like now.
#[test]
fn readme_pictures_are_current() {
    // In Annotated something that its reference has.
    for (name, look, view, finding) in [
        ("columns-light", Look::Light, View::Columns, 6),
        ("columns-dark", Look::Dark, View::Columns, 6),
        ("annotated-light", Look::Light, View::Annotated, 4),
        ("grid-light", Look::Light, View::Grid, 6),
    ] {
        let options = PictureOptions {
            size: [1600.0, 1000.0],
            scale: 1.0,
            look,
            view,
            select: Some(finding),
            part: Part::Window,
        };
        let picture = picture::picture(pipeline::sample(), &options).expect("a window");
        assert_is_kept(&picture, &format!("docs/{name}.png"));
    }
}

/// A picture of the selection and one of the whole view are as large as what they show.
#[test]
fn pictures_are_as_large_as_what_they_show() {
    let options = PictureOptions {
        size: [1200.0, 700.0],
        scale: 0.5,
        look: Look::Dark,
        view: View::Columns,
        select: Some(0),
        part: Part::Selection,
    };
    let card = picture::picture(pipeline::sample(), &options).expect("a finding");
    assert_eq!(card.size[0], 600);
    assert!(card.size[1] > 100);
    let whole = PictureOptions {
        part: Part::View,
        ..options.clone()
    };
    let whole = picture::picture(pipeline::sample(), &whole).expect("a view");
    assert!(
        whole.size[0] > 600 && whole.size[1] > 500,
        "{:?}",
        whole.size
    );
    let nothing = PictureOptions {
        select: Some(999),
        ..options
    };
    assert_eq!(picture::picture(pipeline::sample(), &nothing), None);
}

#[test]
fn the_selection_is_copied_as_a_picture() {
    let mut window = Window::new(pipeline::sample());
    window.press_with(Modifiers::SHIFT, Key::C);
    window.assert_shows("Select a finding or a shared quotation first");
    window.press(Key::N);
    window.harness.key_press_modifiers(Modifiers::SHIFT, Key::C);
    window.harness.step();
    let ctx = window.harness.ctx.clone();
    if let Some(app) = window.harness.state().borrow_mut().as_mut() {
        app.wait(&ctx);
    }
    window.harness.step();
    window.assert_shows("Copied as a picture");
}

#[test]
fn a_finding_is_kept_rejected_and_brought_back() {
    let mut window = Window::new(pipeline::sample());
    let n_findings = window.count("Finding ");
    window.press(Key::N);
    window.click("Keep: this finding is right");
    window.assert_shows("Kept; click to leave it open again");
    window.click("Reject: this finding is not right");
    assert_eq!(window.count("Finding "), n_findings - 1);
    window.click("1 rejected by you");
    assert_eq!(window.count("Finding "), 0);
    window.click_first("Bring back: ");
    assert_eq!(window.count("Finding "), n_findings);
    // Three decisions are undone and done again.
    for n in [n_findings - 1, n_findings, n_findings] {
        window.press_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(window.count("Finding "), n);
    }
    window.assert_shows("Keep: this finding is right");
    for n in [n_findings, n_findings - 1, n_findings] {
        window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
        assert_eq!(window.count("Finding "), n);
    }
}

#[test]
fn a_note_stands_beside_its_finding() {
    let mut window = Window::new(pipeline::sample());
    window.press(Key::N);
    window.press(Key::M);
    window.type_into("Note", "Ask both desks");
    window.type_into("Tags", "urgent, desk");
    window.click("Save");
    window.assert_shows("Ask both desks");
    window.assert_shows("desk · urgent");
    // Written over, and taken back.
    window.press(Key::M);
    window.press(Key::Escape);
    window.press_with(Modifiers::COMMAND, Key::Z);
    window.press_with(Modifiers::COMMAND, Key::Z);
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.count("Ask both desks"), 0);
}

#[test]
fn a_date_is_set_and_a_wrong_one_is_told() {
    let mut window = Window::new(pipeline::sample());
    let head = window.harness.get_by_label("Column head, Lead Line");
    head.click_secondary();
    window.settle();
    window.click("Set the date…");
    window.type_into("Day, as 2026-03-31", "soon");
    window.click("Save");
    window.assert_shows("Use YYYY-MM-DD, or leave it empty");
    window.click("Cancel");
    assert_eq!(window.count("Day, as"), 0);
}

#[test]
fn words_are_corrected_by_their_menu() {
    let mut window = Window::new(pipeline::sample());
    let name = "Shared quotation, Harbor Wire: The gate did exactly what it was told";
    window.click(name);
    window.assert_shows("Witness, Harbor Wire: The gate did");
    let node = window.harness.get_by_label(name);
    node.click_secondary();
    window.settle();
    window.click("Not the same as the others");
    window.click("Shared quotation, Merrowport Ledger: The gate did exactly what it was told");
    assert_eq!(window.count("Witness, Harbor Wire: The gate did"), 0);
    window.press_with(Modifiers::COMMAND, Key::Z);
    window.assert_shows("Witness, Harbor Wire: The gate did");
}

#[test]
fn a_set_is_saved_and_opens_with_its_decisions() {
    let place = folder("set", &[]);
    assert!(place.is_empty());
    let path = std::env::temp_dir().join(format!("crossread-gui-set-{}", std::process::id()));
    let path = path.join("ferry.crossread");
    let mut window = Window::new(pipeline::sample());
    window.press(Key::N);
    window.click("Keep: this finding is right");
    window.click("Remove article Lead Line");
    let ctx = window.harness.ctx.clone();
    window.app(|app| app.save_at(&ctx, Purpose::Set, path.clone()));
    window.app(|app| app.wait(&ctx));
    window.settle();
    window.assert_shows("Saved as ");
    // As a file on the command line, and dropped on another set.
    let mut again = Window::new(vec![Input::Path(path.clone())]);
    assert_eq!(again.count("Column head, "), 4);
    again.press(Key::N);
    again.assert_shows("Kept; click to leave it open again");
    // What was decided before it was saved is undone as well.
    again.press_with(Modifiers::COMMAND, Key::Z);
    again.assert_shows("Keep: this finding is right");
    let mut other = Window::new(Vec::new());
    other.drop_files(&[path]);
    assert_eq!(other.count("Column head, "), 4);
}

#[test]
fn a_damaged_set_is_told() {
    let bad: &[u8] = b"{\"format\": \"crossread";
    let paths = folder("damaged", &[("torn.crossread", bad)]);
    let mut window = Window::new(pipeline::sample());
    window.drop_files(&paths);
    window.assert_shows("torn.crossread");
    assert_eq!(window.count("Column head, "), 5);
}

#[test]
fn what_a_window_left_unsaved_is_offered_again() {
    let place = std::env::temp_dir().join(format!("crossread-gui-left-{}", std::process::id()));
    std::fs::remove_dir_all(&place).ok();
    {
        let mut window = Window::new(Vec::new());
        window.app(|app| app.keep_in(place.clone()));
        window.harness.event(egui::Event::Paste(NORTH.to_owned()));
        window.settle();
        window.harness.event(egui::Event::Paste(COAST.to_owned()));
        window.settle();
        // It ends without closing: what it held a moment ago is there.
        for _ in 0..2000 {
            window.harness.step();
            let kept = std::fs::read_dir(&place).into_iter().flatten().flatten();
            let texts = kept.filter_map(|it| std::fs::read_to_string(it.path()).ok());
            if texts.into_iter().any(|it| it.contains("Pasted text 2")) {
                break;
            }
        }
    }
    let mut window = Window::new(Vec::new());
    window.app(|app| app.keep_in(place.clone()));
    window.settle();
    window.assert_shows("left unsaved");
    window.click("Restore");
    window.assert_shows("Rename outlet Pasted text 1");
    // Closed with something unsaved, it waits again; discarded, it is gone.
    window.app(App::close);
    drop(window);
    let mut window = Window::new(Vec::new());
    window.app(|app| app.keep_in(place.clone()));
    window.settle();
    window.click("Discard");
    assert_eq!(window.count("left unsaved"), 0);
    window.app(App::close);
    std::fs::remove_dir_all(&place).ok();
}

#[test]
fn a_fact_row_is_selected_in_the_grid() {
    let mut window = Window::new(pipeline::sample());
    window.harness.set_size(Vec2::new(1600.0, 4000.0));
    window.press(Key::Num3);
    window.click("Filter: Facts and numbers");
    window.click_first("Row, fact ");
    window.press(Key::Num1);
    window.assert_shows("Place, ");
}

#[test]
fn one_text_in_two_outlets_is_told() {
    let (_, text) = sample_texts().swap_remove(0);
    let later = text.replacen("night", "dark", 1);
    let paths = folder(
        "twice",
        &[
            ("north.txt", NORTH.as_bytes()),
            ("flare.txt", text.as_bytes()),
            ("flare-later.txt", later.as_bytes()),
        ],
    );
    let mut window = Window::new(Vec::new());
    window.drop_files(&paths);
    window.click_first(" carry one text");
    window.assert_shows("Rename outlet flare-later");
}

#[test]
fn versions_of_one_article_share_a_column() {
    let (_, text) = sample_texts().swap_remove(0);
    let of = |day: &str, text: &str| format!("outlet: Daily Flare\ndate: 2031-11-{day}\n\n{text}");
    let (old, new) = (
        of("05", &text),
        of("06", &text.replacen("Fourteen", "Nine", 1)),
    );
    let paths = folder(
        "versions",
        &[
            ("north.txt", NORTH.as_bytes()),
            ("flare.txt", old.as_bytes()),
            ("flare-later.txt", new.as_bytes()),
        ],
    );
    let mut window = Window::new(Vec::new());
    window.drop_files(&paths);
    assert_eq!(window.count("Rename outlet "), 2);
    window.click_first("an earlier version, 1 change");
    window.click("Daily Flare: Earlier version, 2031-11-05: 1 change");
    window.click("Daily Flare: Back to the last version");
    window.click("Daily Flare: Earlier version, 2031-11-05: 1 change");
    // What is selected stands in the last version.
    window.press(Key::N);
    window.assert_shows("Daily Flare: Earlier version, 2031-11-05");
}

#[test]
fn without_a_dialog_the_path_is_written() {
    folder("path", &[]);
    let place = std::env::temp_dir().join(format!("crossread-gui-path-{}", std::process::id()));
    let path = place.join("ferry.html");
    let mut window = Window::new(pipeline::sample());
    let ctx = window.harness.ctx.clone();
    let format = crossread::report::Format::Html;
    window.app(|app| app.apply(&ctx, Command::Ask(Question::Path(Purpose::Report(format)))));
    window.harness.run();
    window.harness.get_by_label("Path of the file").focus();
    window.settle();
    window.press_with(Modifiers::COMMAND, Key::A);
    let words = path.display().to_string();
    window
        .harness
        .get_by_label("Path of the file")
        .type_text(&words);
    window.settle();
    window.click("Save");
    // The worker may have answered already, or need a moment.
    let is_saved = || std::fs::read_to_string(&path).is_ok_and(|it| it.contains("<html"));
    let mut n_looks = 0;
    while !is_saved() && n_looks < 2000 {
        n_looks += 1;
        window.harness.step();
    }
    assert!(is_saved());
}
