//! A finding with its places, whatever it is about.

use std::borrow::Cow;

use generator::{
    Code, Diagnostic, Excerpt, FilePlace, Pointer, Position, Related, Severity, Source, Spot,
    Within,
};

use crate::failure::Failure;
use crate::settings::Settings;

/// One finding and its places.
#[derive(Debug, Clone)]
pub(super) struct Finding<'a> {
    pub(super) severity: Severity,
    pub(super) code: Code,
    pub(super) message: Cow<'a, str>,
    pub(super) help: Option<&'a str>,
    /// What it is about in the document.
    pub(super) pointer: Cow<'a, Pointer>,
    /// What it is about in the settings.
    pub(super) setting: Option<&'a Pointer>,
    /// Where it is.
    pub(super) place: Place<'a>,
    /// Where else it is.
    pub(super) notes: Vec<Note<'a>>,
}

/// Another place of a finding.
#[derive(Debug, Clone)]
pub(super) struct Note<'a> {
    pub(super) message: Cow<'a, str>,
    pub(super) place: Place<'a>,
}

/// A place in a file.
#[derive(Debug, Clone)]
pub(super) struct Place<'a> {
    kept: Kept<'a>,
    /// What it is called there.
    pub(super) pointer: Option<Cow<'a, Pointer>>,
}

/// Of the document there is the whole text; what is looked up in it costs nothing until it is shown.
#[derive(Debug, Clone)]
enum Kept<'a> {
    Spot(Spot<'a>),
    Copy(FilePlace),
    File(&'a str),
}

impl<'a> Finding<'a> {
    pub(super) fn new(
        diagnostic: &'a Diagnostic,
        source: &'a Source,
        settings: Option<&'a Settings>,
    ) -> Self {
        let pointer = &diagnostic.pointer;
        let own = Place::in_document(pointer, source);
        let related = diagnostic.related.iter();
        let mut notes: Vec<Note<'_>> = related
            .filter_map(|related| Note::new(related, source, settings))
            .collect();
        let place = match (&diagnostic.setting, settings) {
            (Some(setting), Some(settings)) => {
                if *pointer != Pointer::root() {
                    let message = Cow::Borrowed("it is for what is here");
                    notes.insert(
                        0,
                        Note {
                            message,
                            place: own,
                        },
                    );
                }
                Place::in_settings(setting, settings)
            }
            _ => own,
        };
        Self {
            severity: diagnostic.severity,
            code: diagnostic.code,
            message: Cow::Borrowed(&diagnostic.message),
            help: diagnostic.help.as_deref(),
            pointer: Cow::Borrowed(pointer),
            setting: diagnostic.setting.as_ref(),
            place,
            notes,
        }
    }

    /// Why a document cannot be read.
    pub(super) fn of_failure(file: &'a str, failure: &Failure) -> Self {
        let error = failure.source_error();
        let place = error.and_then(|error| error.place());
        let pointer = error.and_then(|error| error.pointer().cloned());
        let related = error.map(|error| error.related()).unwrap_or_default();
        let notes = related.into_iter().map(|(place, message)| Note {
            message: Cow::Owned(message),
            place: Place::copy(place, None),
        });
        Self {
            severity: Severity::Error,
            code: error.map_or(Code::InvalidDocument, |error| error.code()),
            message: Cow::Owned(match error {
                Some(error) => error.message(),
                None => failure.to_string(),
            }),
            help: None,
            pointer: Cow::Owned(pointer.clone().unwrap_or_default()),
            setting: None,
            place: match place {
                Some(place) => Place::copy(place, pointer.map(Cow::Owned)),
                None => Place {
                    kept: Kept::File(file),
                    pointer: None,
                },
            },
            notes: notes.collect(),
        }
    }

    pub(super) fn severity(&self) -> &'static str {
        match self.severity {
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }

    /// What is wrong and what to do, in one text.
    pub(super) fn message_with_help(&self) -> String {
        match self.help {
            Some(help) => format!("{}\nhelp: {help}", self.message),
            None => self.message.to_string(),
        }
    }
}

impl<'a> Note<'a> {
    /// `None` for a setting where there are no settings.
    fn new(
        related: &'a Related,
        source: &'a Source,
        settings: Option<&'a Settings>,
    ) -> Option<Self> {
        let pointer = &related.pointer;
        Some(Self {
            message: Cow::Borrowed(&related.message),
            place: match &related.within {
                Within::Document => Place::in_document(pointer, source),
                Within::Configuration => Place::in_settings(pointer, settings?),
                Within::File(place) => Place::copy((**place).clone(), Some(Cow::Borrowed(pointer))),
            },
        })
    }
}

impl<'a> Place<'a> {
    fn in_document(pointer: &'a Pointer, source: &'a Source) -> Self {
        Self {
            kept: source
                .spot(pointer)
                .map_or(Kept::File(source.name()), Kept::Spot),
            pointer: Some(Cow::Borrowed(pointer)),
        }
    }

    fn in_settings(setting: &'a Pointer, settings: &Settings) -> Self {
        Self::copy(settings.place(setting), Some(Cow::Borrowed(setting)))
    }

    fn copy(place: FilePlace, pointer: Option<Cow<'a, Pointer>>) -> Self {
        Self {
            kept: Kept::Copy(place),
            pointer,
        }
    }

    /// How messages call the file.
    pub(super) fn file(&self) -> &str {
        match &self.kept {
            Kept::Spot(spot) => spot.name(),
            Kept::Copy(place) => &place.name,
            Kept::File(name) => name,
        }
    }

    pub(super) fn position(&self) -> Option<Position> {
        match &self.kept {
            Kept::Spot(spot) => Some(spot.position()),
            Kept::Copy(place) => place.position,
            Kept::File(_) => None,
        }
    }

    pub(super) fn excerpt(&self) -> Option<Excerpt<'_>> {
        match &self.kept {
            Kept::Spot(spot) => spot.excerpt(),
            Kept::Copy(place) => place.excerpt.as_deref().cloned(),
            Kept::File(_) => None,
        }
    }

    /// File, line, column and pointer.
    pub(super) fn shown(&self) -> String {
        let mut text = self.file().to_owned();
        if let Some(position) = self.position() {
            text.push_str(&format!(":{position}"));
        }
        if let Some(pointer) = &self.pointer {
            text.push_str(&format!(" ({pointer})"));
        }
        text
    }
}
