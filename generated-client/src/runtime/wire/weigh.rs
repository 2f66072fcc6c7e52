// @generated as a copy of the generator's runtime; changes by hand are lost.

use serde_json::{Error, Value};
use std::any::TypeId;
use std::collections::BTreeSet;
use std::mem;

use super::Path;
use super::candidate::Candidate;
use super::context::{Buffer, Context, Fit, Node, count};
use super::union::{Union, read, read_unknown};

impl Buffer<'_> {
    /// A buffer for `value`. Its allowance is far more than what it takes to choose between two branches on each of
    /// 128 levels, which is as deep as JSON is read.
    pub(super) fn new(value: &Value) -> Self {
        let buffer = Self::default();
        buffer.allowance.set(count(value).saturating_mul(1024));
        buffer
    }
}

/// A branch that can be read.
struct Reading<T> {
    index: usize,
    value: T,
    fit: Fit,
    ignored: BTreeSet<Node>,
    /// Whether the branch takes whatever comes.
    is_untyped: bool,
}

/// Chooses between branches that all fit by their looks, by reading each.
///
/// The winner is a branch that keeps all that any of them would keep. Of several, it is the one that falls back to
/// the fewest values that the document does not know; then the one that says most about the value; then the earlier.
/// If none keeps all, the value is of several branches at once (`anyOf`), and is kept as it is. A branch that takes
/// whatever comes has its turn when no other can be read.
pub(super) fn weigh<'v, T: Union>(
    indices: &[usize],
    candidate: Candidate<'v>,
    context: &mut Context<'v>,
) -> Result<T, Error> {
    let buffer = candidate.buffer;
    let key = (TypeId::of::<T>(), std::ptr::from_ref(candidate.value));
    let chosen = buffer.choices.borrow().get(&key).copied();
    if let Some(chosen) = chosen {
        return read(chosen, candidate, context);
    }
    let cost = count(candidate.value).saturating_mul(indices.len());
    let Some(allowance) = buffer.allowance.get().checked_sub(cost) else {
        return read_unknown(candidate, context);
    };
    buffer.allowance.set(allowance);
    let readings = indices
        .iter()
        .filter_map(|index| Reading::try_read(*index, candidate, context))
        .collect();
    let best = best(readings);
    let index = best.as_ref().map_or(T::BRANCHES.len(), |best| best.index);
    buffer.choices.borrow_mut().insert(key, index);
    let Some(best) = best else {
        return read_unknown(candidate, context);
    };
    context.fit.unknown += best.fit.unknown;
    context.fit.loose += best.fit.loose;
    let untyped = best.is_untyped.then(|| std::ptr::from_ref(candidate.value));
    buffer.untyped.set(untyped);
    buffer.ignored.borrow_mut().extend(best.ignored);
    Ok(best.value)
}

impl<T: Union> Reading<T> {
    fn try_read<'v>(
        index: usize,
        candidate: Candidate<'v>,
        context: &mut Context<'v>,
    ) -> Option<Self> {
        let buffer = candidate.buffer;
        let was_weighing = buffer.is_weighing.replace(true);
        let before = buffer.ignored.borrow().len();
        let outer_fit = mem::take(&mut context.fit);
        buffer.untyped.set(None);
        let read = read(index, candidate, context);
        let fit = mem::replace(&mut context.fit, outer_fit);
        let ignored = buffer.ignored.borrow_mut().split_off(before);
        buffer.is_weighing.set(was_weighing);
        let Ok(value) = read else {
            context.path = Path::default();
            return None;
        };
        let is_untyped = buffer.untyped.get() == Some(std::ptr::from_ref(candidate.value));
        // An open enum, or a union of unions, that does not know the value fits as little as one that refuses it.
        let is_whole = is_untyped || !(candidate.value.is_object() || candidate.value.is_array());
        (!is_whole || fit.unknown == 0).then(|| Self {
            index,
            value,
            fit,
            ignored: ignored.into_iter().collect(),
            is_untyped,
        })
    }
}

fn best<T>(mut readings: Vec<Reading<T>>) -> Option<Reading<T>> {
    if readings.iter().any(|reading| !reading.is_untyped) {
        readings.retain(|reading| !reading.is_untyped);
    }
    let ignored_by_all = readings
        .iter()
        .map(|reading| reading.ignored.clone())
        .reduce(|one, other| &one & &other)?;
    readings.retain(|reading| reading.ignored == ignored_by_all);
    // Of equal ones the first.
    readings.into_iter().min_by_key(|reading| reading.fit)
}
