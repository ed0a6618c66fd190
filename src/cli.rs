//! The command line: what to run, on what, and where the result goes.
//!
//! Results go to standard output, problems to standard error. Exit codes: 0 done (also with one
//! article, or when some files could not be read), 1 no article could be read, 2 usage, or a
//! result that could not be written.

mod output;
mod sets;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::AtomicBool;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{CommandFactory as _, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

#[cfg(feature = "gui")]
use crate::gui::{command::View, theme::Look};
use crate::model::Story;
use crate::pipeline::{self, Cache, Input, Watch};
use crate::report::{self, Contents, Format, Material};
use sets::{Given, LogFormat};

/// Wrong usage, and clap's code for it.
const USAGE: u8 = 2;

static NEVER_CANCELED: AtomicBool = AtomicBool::new(false);

static UNWATCHED: Watch<'static> = Watch {
    progress: &|_| {},
    cancel: &NEVER_CANCELED,
};

static WATCHED: Watch<'static> = Watch {
    progress: &output::tell,
    cancel: &NEVER_CANCELED,
};

/// What main shall do.
pub enum Outcome {
    /// Done; leave with this code.
    Exit(ExitCode),
    /// Open the window on these.
    Window(Vec<Input>),
}

/// Reads several outlets' reports of one event side by side.
///
/// Aligns the articles by what they quote and shows, with the exact words, what differs. Without
/// files it opens an empty window. Nothing leaves this computer.
#[derive(Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
struct Arguments {
    /// Articles, folders of them, or sets, to open in the window.
    files: Vec<PathBuf>,
    /// Open the built-in sample story.
    #[arg(long, conflicts_with = "files")]
    sample: bool,
    /// Word lists of more languages: a folder with one of lists for each, such as de/tags.tsv.
    #[arg(long, global = true, value_name = "FOLDER")]
    lexicons: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Compare articles and print what was found.
    Compare(CompareArguments),
    /// Draw the window on articles and write it as a PNG picture; needs no display.
    #[cfg(feature = "gui")]
    Picture(PictureArguments),
    /// Read articles and print what they are, without comparing them.
    Read {
        /// Articles, or folders of them.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        #[arg(long, value_enum, default_value_t = ReadFormat::Json)]
        format: ReadFormat,
        /// Write to this file, not to standard output.
        #[arg(short, long)]
        output: Option<PathBuf>,
        /// No progress, no list of files that could not be read.
        #[arg(short, long)]
        quiet: bool,
    },
    /// Save articles, and what was decided on them, as a set that opens anywhere.
    Save {
        /// Articles, folders of them, or sets.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// The file of the set; it ends in .crossread.
        #[arg(short, long)]
        output: PathBuf,
        /// No list of files that could not be read.
        #[arg(short, long)]
        quiet: bool,
    },
    /// Print what was decided in a set, when, and what became of it.
    Decisions {
        /// A file that ends in .crossread.
        set: PathBuf,
        #[arg(long, value_enum, default_value_t = LogFormat::Text)]
        format: LogFormat,
        /// Write to this file, not to standard output.
        #[arg(short, long)]
        output: Option<PathBuf>,
    },
    /// Print what makes a shell complete the arguments of crossread.
    Completions { shell: Shell },
}

#[derive(clap::Args)]
struct CompareArguments {
    /// Articles, folders of them, or sets.
    #[arg(required_unless_present = "sample")]
    files: Vec<PathBuf>,
    /// Compare the built-in sample story.
    #[arg(long, conflicts_with = "files")]
    sample: bool,
    /// The form of the report.
    #[arg(long, default_value = Format::Text.name(), value_parser = format_parser())]
    format: Format,
    /// Write to this file, not to standard output; csv to a folder, or a file that ends in .zip.
    #[arg(short, long)]
    output: Option<PathBuf>,
    /// No progress, no list of files that could not be read.
    #[arg(short, long)]
    quiet: bool,
}

#[cfg(feature = "gui")]
#[derive(clap::Args)]
struct PictureArguments {
    /// Articles, or folders of them.
    #[arg(required_unless_present = "sample")]
    files: Vec<PathBuf>,
    /// Draw the built-in sample story.
    #[arg(long, conflicts_with = "files")]
    sample: bool,
    /// Where the picture is written.
    #[arg(short, long)]
    output: PathBuf,
    /// Width of the window, in points.
    #[arg(long, default_value_t = 1600, value_parser = clap::value_parser!(u16).range(200..=8000))]
    width: u16,
    /// Height of the window, in points.
    #[arg(long, default_value_t = 1000, value_parser = clap::value_parser!(u16).range(200..=8000))]
    height: u16,
    /// Pixels for a point.
    #[arg(long, default_value_t = 1.0, value_parser = scale)]
    scale: f32,
    /// columns, annotated, grid, outlets or sources.
    #[arg(long, default_value = "columns", value_parser = view)]
    view: View,
    /// light, dark or contrast.
    #[arg(long, default_value = "light", value_parser = look)]
    theme: Look,
    /// Select the finding of this rank.
    #[arg(long, value_name = "RANK")]
    finding: Option<usize>,
    /// The whole view, as wide and high as it is.
    #[arg(long, conflicts_with_all = ["width", "height", "card"])]
    whole: bool,
    /// The finding alone, as a card.
    #[arg(long, requires = "finding", conflicts_with_all = ["width", "height"])]
    card: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum ReadFormat {
    Json,
}

/// Runs the command, or tells that the window is wanted.
pub fn run() -> Outcome {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version are no errors; clap knows which stream and code.
            error.print().ok();
            let code = u8::try_from(error.exit_code()).unwrap_or(USAGE);
            return Outcome::Exit(ExitCode::from(code));
        }
    };
    if let Some(folder) = &arguments.lexicons
        && let Err(error) = pipeline::add_languages(folder)
    {
        output::warn(&format!("{:#}", anyhow::Error::new(error)));
        return Outcome::Exit(ExitCode::from(USAGE));
    }
    let res = match arguments.command {
        None => {
            let inputs = inputs(&arguments.files, arguments.sample);
            if can_open_window() {
                return Outcome::Window(inputs);
            }
            let reason = if cfg!(feature = "gui") {
                "there is no display for the window"
            } else {
                "this build has no window"
            };
            if inputs.is_empty() {
                output::warn(&format!("{reason}; see crossread --help"));
                return Outcome::Exit(ExitCode::from(USAGE));
            }
            output::warn(&format!("{reason}; here is the comparison"));
            print_comparison(&inputs)
        }
        Some(Command::Compare(arguments)) => compare(&arguments),
        #[cfg(feature = "gui")]
        Some(Command::Picture(arguments)) => picture(&arguments),
        Some(Command::Read {
            files,
            format: ReadFormat::Json,
            output,
            quiet,
        }) => read(&inputs(&files, false), output.as_deref(), quiet),
        Some(Command::Save {
            files,
            output,
            quiet,
        }) => sets::save(&files, &output, quiet),
        Some(Command::Decisions {
            set,
            format,
            output,
        }) => sets::decisions(set, format, output.as_deref()),
        Some(Command::Completions { shell }) => completions(shell),
    };
    Outcome::Exit(res.unwrap_or_else(|error| {
        output::warn(&format!("{error:#}"));
        ExitCode::from(USAGE)
    }))
}

fn format_parser() -> impl TypedValueParser<Value = Format> {
    let names = PossibleValuesParser::new(Format::ALL.map(Format::name));
    names.try_map(|name| {
        let mut all = Format::ALL.into_iter();
        all.find(|it| it.name() == name).ok_or("no such form")
    })
}

#[cfg(feature = "gui")]
fn view(name: &str) -> Result<View, String> {
    let mut all = View::ALL.into_iter();
    let found = all.find(|it| it.name().eq_ignore_ascii_case(name));
    found.ok_or_else(|| "it is columns, annotated, grid, outlets or sources".to_owned())
}

#[cfg(feature = "gui")]
fn scale(number: &str) -> Result<f32, String> {
    let scale = number.parse().ok().filter(|it| (0.5..=3.0).contains(it));
    scale.ok_or_else(|| "it is a number from 0.5 to 3".to_owned())
}

#[cfg(feature = "gui")]
fn look(name: &str) -> Result<Look, String> {
    let mut all = Look::ALL.into_iter();
    let found = all.find(|it| it.name() == name);
    found.ok_or_else(|| "it is light, dark or contrast".to_owned())
}

#[cfg(feature = "gui")]
fn picture(arguments: &PictureArguments) -> anyhow::Result<ExitCode> {
    use crate::gui::command::Part;
    use crate::gui::picture::{self, PictureOptions};

    let given = inputs(&arguments.files, arguments.sample);
    output::check(Format::Text, Some(&arguments.output), &given)?;
    if sets::given(&given, false).project.articles.is_empty() {
        return Ok(ExitCode::FAILURE);
    }
    let options = PictureOptions {
        size: [arguments.width, arguments.height].map(f32::from),
        scale: arguments.scale,
        look: arguments.theme,
        view: arguments.view,
        select: arguments.finding.and_then(|it| it.checked_sub(1)),
        part: match (arguments.whole, arguments.card) {
            (true, _) => Part::View,
            (false, true) => Part::Selection,
            (false, false) => Part::Window,
        },
    };
    let image = picture::picture(given, &options);
    let image = image.ok_or_else(|| anyhow::anyhow!("there is no finding of that rank"))?;
    report::save::file(&picture::png(&image)?, &arguments.output)?;
    Ok(ExitCode::SUCCESS)
}

/// The comparison in the terminal, where no window could be opened.
#[cfg(feature = "gui")]
pub fn without_window(inputs: &[Input], error: &dyn std::fmt::Display) -> ExitCode {
    if inputs.is_empty() {
        output::warn(&format!(
            "the window cannot be opened ({error}); see crossread --help"
        ));
        return ExitCode::FAILURE;
    }
    output::warn(&format!(
        "the window cannot be opened ({error}); here is the comparison"
    ));
    print_comparison(inputs).unwrap_or_else(|error| {
        output::warn(&format!("{error:#}"));
        ExitCode::FAILURE
    })
}

fn inputs(files: &[PathBuf], sample: bool) -> Vec<Input> {
    if sample {
        pipeline::sample()
    } else {
        files.iter().cloned().map(Input::Path).collect()
    }
}

fn can_open_window() -> bool {
    if !cfg!(feature = "gui") {
        return false;
    }
    let is_set = |name| std::env::var_os(name).is_some_and(|it| !it.is_empty());
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}

/// As text, where no window can be opened.
fn print_comparison(inputs: &[Input]) -> anyhow::Result<ExitCode> {
    report(inputs, Format::Text, None, false)
}

fn compare(arguments: &CompareArguments) -> anyhow::Result<ExitCode> {
    let inputs = inputs(&arguments.files, arguments.sample);
    let output = arguments.output.as_deref();
    report(&inputs, arguments.format, output, arguments.quiet)
}

fn report(
    inputs: &[Input],
    format: Format,
    output: Option<&Path>,
    quiet: bool,
) -> anyhow::Result<ExitCode> {
    output::check(format, output, inputs)?;
    let Given { project, problems } = sets::given(inputs, quiet);
    let (story, comparison) = sets::compared(&project, quiet);
    if !quiet {
        sets::tell_lost(&project.log, &comparison);
    }
    let material = Material {
        story: &story,
        comparison: &comparison,
        problems: &problems,
    };
    output::put(&report::contents(format, &material, output), output)?;
    Ok(code(&story))
}

fn read(inputs: &[Input], output: Option<&Path>, quiet: bool) -> anyhow::Result<ExitCode> {
    output::check(Format::Json, output, inputs)?;
    let Given { project, problems } = sets::given(inputs, quiet);
    let decisions = project.log.decisions();
    let story = pipeline::annotate(
        &project.articles,
        &decisions,
        &Cache::default(),
        watch(quiet),
    )
    .unwrap_or_default();
    let page = report::json::articles(&story, &problems);
    output::put(&Contents::Page(page), output)?;
    Ok(code(&story))
}

fn completions(shell: Shell) -> anyhow::Result<ExitCode> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "crossread", &mut script);
    output::print(&String::from_utf8(script)?)?;
    Ok(ExitCode::SUCCESS)
}

fn watch(quiet: bool) -> &'static Watch<'static> {
    if !quiet && output::is_watched() {
        &WATCHED
    } else {
        &UNWATCHED
    }
}

fn code(story: &Story) -> ExitCode {
    if story.articles.is_empty() {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}
