//! A value that arrives once, from a callback to a future in the same thread.

use std::{
    cell::RefCell,
    future::Future,
    pin::Pin,
    rc::Rc,
    task::{Context, Poll, Waker},
};

/// The end that gives. The first value counts.
pub struct Giver<T>(Rc<RefCell<Slot<T>>>);

/// The end that waits.
pub struct Once<T>(Rc<RefCell<Slot<T>>>);

struct Slot<T> {
    value: Option<T>,
    given: bool,
    waker: Option<Waker>,
}

/// Both ends.
pub fn once<T>() -> (Giver<T>, Once<T>) {
    let slot = Rc::new(RefCell::new(Slot { value: None, given: false, waker: None }));
    (Giver(Rc::clone(&slot)), Once(slot))
}

impl<T> Giver<T> {
    pub fn give(&self, value: T) {
        let waker = {
            let mut slot = self.0.borrow_mut();
            if slot.given {
                return;
            }
            (slot.value, slot.given) = (Some(value), true);
            slot.waker.take()
        };
        if let Some(waker) = waker {
            waker.wake();
        }
    }
}

impl<T> Clone for Giver<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> Future for Once<T> {
    type Output = T;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<T> {
        let mut slot = self.0.borrow_mut();
        match slot.value.take() {
            Some(value) => Poll::Ready(value),
            None => {
                slot.waker = Some(context.waker().clone());
                Poll::Pending
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_value_counts() {
        let (giver, mut waiting) = once();
        let mut context = Context::from_waker(Waker::noop());
        assert_eq!(Pin::new(&mut waiting).poll(&mut context), Poll::Pending);
        giver.clone().give(1);
        giver.give(2);
        assert_eq!(Pin::new(&mut waiting).poll(&mut context), Poll::Ready(1));
    }
}
