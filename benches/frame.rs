//! Processor time of one frame of the window, without a graphics card: layout and paint lists.
//!
//! `cargo bench --features benches --bench frame`

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use crossread::gui::app::App;
use crossread::gui::command::{Command, View};
use crossread::pipeline::{self, Input};
use eframe::egui::{self, Pos2, Rect, pos2, vec2};

/// A window without a screen.
struct Window {
    ctx: egui::Context,
    app: App,
    time: f64,
    larger: bool,
}

impl Window {
    fn new(inputs: Vec<Input>, view: View) -> Self {
        let ctx = egui::Context::default();
        let mut app = App::new(&ctx, inputs);
        app.settle(&ctx);
        app.apply(&ctx, Command::ShowView(view));
        app.apply(&ctx, Command::NextFinding);
        let mut res = Self {
            ctx,
            app,
            time: 0.0,
            larger: false,
        };
        for _ in 0..20 {
            res.frame();
        }
        res
    }

    fn frame(&mut self) {
        self.frame_with(Vec::new());
    }

    /// A turn of the wheel over the middle of the view.
    fn wheel(&mut self) {
        let down = (self.time as u64).is_multiple_of(2);
        let over = egui::Event::PointerMoved(pos2(900.0, 500.0));
        let wheel = egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: vec2(0.0, if down { -60.0 } else { 60.0 }),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Unknown,
            modifiers: egui::Modifiers::NONE,
        };
        self.frame_with(vec![over, wheel]);
    }

    /// From the key to the frame that shows the next finding.
    fn next_finding(&mut self) {
        self.app.apply(&self.ctx, Command::NextFinding);
        self.frame();
    }

    /// Every text is set anew, in another size.
    fn set_anew(&mut self) {
        let smaller = self.larger;
        self.larger = !self.larger;
        let steps = if smaller { -1 } else { 1 };
        self.app.apply(&self.ctx, Command::ZoomReading(steps));
        self.frame();
    }

    fn frame_with(&mut self, events: Vec<egui::Event>) {
        self.time += 1.0 / 60.0;
        let input = egui::RawInput {
            events,
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1600.0, 1000.0))),
            max_texture_side: Some(8192),
            time: Some(self.time),
            ..egui::RawInput::default()
        };
        let app = &mut self.app;
        let mut output = self.ctx.run_ui(input, |ui| app.frame(ui));
        let shapes = std::mem::take(&mut output.shapes);
        black_box(self.ctx.tessellate(shapes, 1.0));
        output.drop_without_applying_deltas();
    }

    fn scroll(&mut self) {
        let by = if (self.time as u64).is_multiple_of(2) {
            0.02
        } else {
            -0.02
        };
        self.app.apply(&self.ctx, Command::ScrollPage(by));
        self.frame();
    }
}

/// `n` outlets that report the same in other orders, about 1,500 words each.
fn generated(n: usize) -> Vec<Input> {
    const SUBJECTS: [&str; 7] = [
        "The harbor",
        "A pilot",
        "The council",
        "One witness",
        "The ferry",
        "A spokeswoman",
        "The crew",
    ];
    const VERBS: [&str; 5] = ["saw", "left", "closed", "answered", "measured"];
    const THINGS: [&str; 8] = [
        "the gate",
        "the bell",
        "nine boats",
        "the log",
        "a long quay",
        "the tide",
        "two lamps",
        "the rope",
    ];
    let article = |nth: usize| {
        let mut text = format!("Report {nth} from the harbor\n\n");
        for paragraph in 0..50 {
            let at = paragraph * 7 + nth * 3;
            for sentence in 0..4 {
                let it = at + sentence * 5;
                text.push_str(&format!(
                    "{} {} {} near the northern pier on day {}. ",
                    SUBJECTS[it % 7],
                    VERBS[it % 5],
                    THINGS[it % 8],
                    it % 90,
                ));
            }
            if paragraph % 5 == 0 {
                let shared = (paragraph / 5 + nth) % 12;
                text.push_str(&format!(
                    "“We counted {shared} ropes at the pier that evening, and none of them had \
                     been cut before {} came,” said Ada Quill.",
                    THINGS[shared % 8],
                ));
            }
            text.push_str("\n\n");
        }
        Input::Text {
            name: format!("outlet-{nth}.txt"),
            text,
        }
    };
    (0..n).map(article).collect()
}

/// 50 outlets that share 500 quotations, each in four of them.
fn quoting() -> Vec<Input> {
    const PEOPLE: [&str; 5] = [
        "Ada Quill",
        "Ivo Brandt",
        "Mara Lind",
        "Tom Vale",
        "Una Reed",
    ];
    const NUMBERS: [&str; 10] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ];
    let quotation = |it: usize| {
        format!(
            "“At the {} gate {} ropes and {} lamps were lost in the {} storm,” said {}.\n\n",
            NUMBERS[it % 10],
            NUMBERS[it / 10 % 10],
            NUMBERS[it / 100],
            NUMBERS[it * 7 % 10],
            PEOPLE[it % 5],
        )
    };
    let article = |nth: usize| {
        let quotations = (0..40).map(|it| quotation((nth * 10 + it) % 500));
        Input::Text {
            name: format!("outlet-{nth}.txt"),
            text: format!("Storm report {nth}\n\n{}", quotations.collect::<String>()),
        }
    };
    (0..50).map(article).collect()
}

fn frames(criterion: &mut Criterion) {
    for view in View::ALL {
        let mut window = Window::new(pipeline::sample(), view);
        let name = format!("{}, 5 articles", view.name());
        criterion.bench_function(&name, |it| it.iter(|| window.frame()));
    }
    for view in [View::Columns, View::Annotated, View::Grid] {
        let mut window = Window::new(generated(50), view);
        let name = format!("{}, 50 articles, scrolling", view.name());
        criterion.bench_function(&name, |it| it.iter(|| window.scroll()));
    }
    let mut window = Window::new(quoting(), View::Grid);
    let name = "Grid, 500 quotations in 50 articles, wheel";
    criterion.bench_function(name, |it| it.iter(|| window.wheel()));
    for view in View::ALL {
        let mut window = Window::new(pipeline::sample(), view);
        let name = format!("{}, another finding", view.name());
        criterion.bench_function(&name, |it| it.iter(|| window.next_finding()));
        let name = format!("{}, first layout", view.name());
        criterion.bench_function(&name, |it| it.iter(|| window.set_anew()));
    }
}

criterion_group!(benches, frames);
criterion_main!(benches);
