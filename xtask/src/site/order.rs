//! Makes a module compress better without changing what it does: functions that are the same, byte by byte, become one, and
//! those that are alike stand side by side, where brotli finds them with short distances. wasm-bindgen puts them in the order of
//! their lengths. The result depends on the module alone, so that its hash is the same wherever it is built.
use crate::failure::{Done, Failure};
use std::collections::BTreeMap;
use std::convert::Infallible;
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{
    CodeSectionReader, CustomSectionReader, FunctionBody, FunctionSectionReader, Parser, Payload, TypeRef,
};

/// How many bytes in a row two functions must share to be somewhat alike.
const RUN: usize = 6;
/// What so many functions share says nothing about them, and would take long.
const COMMON: usize = 400;
/// How much less than the function before it the one before that says about what should follow.
const FADING: f64 = 0.8;

/// The module with each function once, in an order that compresses well, and without custom sections: names of functions and
/// tools, of no use to a browser.
pub fn compact(wasm: &[u8]) -> Done<Vec<u8>> {
    let wrong =
        |error: &dyn std::fmt::Display| Failure::new(format!("wasm-bindgen made a module that can't be read: {error}"));
    let mut bytes = wasm.to_vec();
    // Callers of functions that became one may be the same now as well.
    loop {
        let functions = Functions::of(&bytes).map_err(|error| wrong(&error))?;
        let kept = functions.distinct();
        let settled = kept.order.len() == functions.bodies.len();
        let arranged = if settled { functions.arranged() } else { kept };
        bytes = functions.write(&arranged, &bytes).map_err(|error| wrong(&error))?;
        if settled {
            return Ok(bytes);
        }
    }
}

/// The functions that a module defines itself; those that it imports come before them in the numbering.
struct Functions<'a> {
    imported: u32,
    types: Vec<u32>,
    bodies: Vec<FunctionBody<'a>>,
}

/// Which functions stay, in their new order, and for each old one its place in it.
struct Arrangement {
    order: Vec<usize>,
    places: Vec<usize>,
}

impl<'a> Functions<'a> {
    fn of(wasm: &'a [u8]) -> Result<Self, wasmparser::BinaryReaderError> {
        let mut found = Self { imported: 0, types: Vec::new(), bodies: Vec::new() };
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        found.imported += u32::from(matches!(import?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_)));
                    }
                }
                Payload::FunctionSection(section) => {
                    found.types = section.into_iter().collect::<Result<_, _>>()?;
                }
                Payload::CodeSectionEntry(body) => found.bodies.push(body),
                _ => {}
            }
        }
        Ok(found)
    }

    /// The first of those that are the same, in the order in which they stand.
    fn distinct(&self) -> Arrangement {
        let (mut seen, mut order, mut places) = (BTreeMap::new(), Vec::new(), Vec::new());
        for (index, function) in self.types.iter().zip(self.bodies.iter().map(FunctionBody::as_bytes)).enumerate() {
            let place = *seen.entry(function).or_insert_with(|| {
                order.push(index);
                order.len() - 1
            });
            places.push(place);
        }
        Arrangement { order, places }
    }

    /// All of them, each followed by the one that is most like it and those before it.
    fn arranged(&self) -> Arrangement {
        let count = self.bodies.len();
        let mut having: BTreeMap<&[u8], Vec<usize>> = BTreeMap::new();
        for (index, body) in self.bodies.iter().enumerate() {
            for run in body.as_bytes().windows(RUN) {
                let functions = having.entry(run).or_default();
                if functions.last() != Some(&index) {
                    functions.push(index);
                }
            }
        }
        having.retain(|_, functions| (2..COMMON).contains(&functions.len()));
        let shared: Vec<Vec<usize>> = having.into_values().collect();
        let mut runs: Vec<Vec<&[usize]>> = vec![Vec::new(); count];
        for functions in &shared {
            for &index in functions {
                if let Some(runs) = runs.get_mut(index) {
                    runs.push(functions);
                }
            }
        }
        // Square roots alone: they come out the same on every machine.
        let root = |number: usize| f64::from(u32::try_from(number).unwrap_or(u32::MAX)).sqrt();
        // A long function shares something with most others. How alike it is to what stands there, and how little that says.
        let mut alike: Vec<(f64, f64)> = runs.iter().map(|runs| (0.0, root(runs.len() + 8).sqrt())).collect();
        let mut left: Vec<usize> = (0..count).collect();
        let mut order = Vec::with_capacity(count);
        // What was added before fades because what is added grows.
        let (mut weight, mut next) = (1.0, 0);
        while !left.is_empty() {
            let placed = left.remove(next);
            order.push(placed);
            for functions in runs.get(placed).into_iter().flatten() {
                let each = weight / root(functions.len());
                for &function in *functions {
                    if let Some((sum, _)) = alike.get_mut(function) {
                        *sum += each;
                    }
                }
            }
            weight /= FADING;
            if weight > 1e100 {
                alike.iter_mut().for_each(|(sum, _)| *sum /= weight);
                weight = 1.0;
            }
            let mut best = -1.0;
            for (place, (sum, length)) in left.iter().filter_map(|index| alike.get(*index)).enumerate() {
                if sum / length > best {
                    (best, next) = (sum / length, place);
                }
            }
            if left.len() <= next {
                next = 0;
            }
        }
        let mut places = vec![0; count];
        for (place, &index) in order.iter().enumerate() {
            if let Some(at) = places.get_mut(index) {
                *at = place;
            }
        }
        Arrangement { order, places }
    }

    fn write(&self, arrangement: &Arrangement, wasm: &[u8]) -> Result<Vec<u8>, Error<Infallible>> {
        let mut module = Module::new();
        Writer { functions: self, arrangement }.parse_core_module(&mut module, Parser::new(0), wasm)?;
        Ok(module.finish())
    }
}

struct Writer<'a> {
    functions: &'a Functions<'a>,
    arrangement: &'a Arrangement,
}

impl Reencode for Writer<'_> {
    type Error = Infallible;

    fn function_index(&mut self, index: u32) -> Result<u32, Error<Infallible>> {
        let imported = self.functions.imported;
        let Some(own) = index.checked_sub(imported) else { return Ok(index) };
        let place = usize::try_from(own).ok().and_then(|own| self.arrangement.places.get(own));
        Ok(place.and_then(|place| u32::try_from(*place).ok()).map_or(index, |place| imported + place))
    }

    fn parse_function_section(
        &mut self,
        section: &mut FunctionSection,
        _: FunctionSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        for kind in self.arrangement.order.iter().filter_map(|index| self.functions.types.get(*index)) {
            section.function(*kind);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        section: &mut CodeSection,
        _: CodeSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        for body in self.arrangement.order.iter().filter_map(|index| self.functions.bodies.get(*index)) {
            self.parse_function_body(section, body.clone())?;
        }
        Ok(())
    }

    fn parse_custom_section(&mut self, _: &mut Module, _: CustomSectionReader<'_>) -> Result<(), Error<Infallible>> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{ConstExpr, CustomSection, ElementSection, Elements, ExportKind, ExportSection, Function};
    use wasm_encoder::{ImportSection, RefType, TableSection, TableType, TypeSection};

    /// A module with one import and a function of each body, of which the last is exported and in the table.
    fn module(bodies: &[&dyn Fn(&mut Function)]) -> Vec<u8> {
        let (mut types, mut imports, mut functions) =
            (TypeSection::new(), ImportSection::new(), FunctionSection::new());
        types.ty().function([], []);
        imports.import("a", "b", wasm_encoder::EntityType::Function(0));
        let mut code = CodeSection::new();
        for body in bodies {
            functions.function(0);
            let mut function = Function::new([]);
            body(&mut function);
            function.instructions().end();
            code.function(&function);
        }
        let last = u32::try_from(bodies.len()).unwrap();
        let (mut tables, mut exports, mut elements) =
            (TableSection::new(), ExportSection::new(), ElementSection::new());
        let table =
            TableType { element_type: RefType::FUNCREF, minimum: 1, maximum: None, table64: false, shared: false };
        tables.table(table);
        exports.export("last", ExportKind::Func, last);
        elements.active(None, &ConstExpr::i32_const(0), Elements::Functions(vec![last].into()));
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&tables).section(&exports);
        module.section(&elements).section(&code);
        module.section(&CustomSection { name: "name".into(), data: b"of no use"[..].into() });
        module.finish()
    }

    /// Of a module: its bodies, and what the export and the table name.
    fn seen(wasm: &[u8]) -> (Vec<Vec<u8>>, Vec<u32>) {
        let (mut bodies, mut named) = (Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(wasm) {
            match payload.unwrap() {
                Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes().to_vec()),
                Payload::ExportSection(section) => {
                    named.extend(section.into_iter().map(|export| export.unwrap().index))
                }
                Payload::ElementSection(section) => {
                    for element in section {
                        let wasmparser::ElementItems::Functions(items) = element.unwrap().items else { panic!() };
                        named.extend(items.into_iter().map(Result::unwrap));
                    }
                }
                Payload::CustomSection(section) => panic!("{} is still there", section.name()),
                _ => {}
            }
        }
        (bodies, named)
    }

    #[test]
    fn what_is_the_same_becomes_one_and_its_callers_too() {
        let wasm = module(&[
            &|leaf| {
                leaf.instructions().nop();
            },
            &|leaf| {
                leaf.instructions().nop();
            },
            &|caller| {
                caller.instructions().call(1);
            },
            &|caller| {
                caller.instructions().call(2);
            },
            &|last| {
                last.instructions().call(3).call(4).call(0);
            },
        ]);
        let (bodies, named) = seen(&compact(&wasm).unwrap());
        assert_eq!(bodies.len(), 3, "a leaf, a caller and the last: {bodies:?}");
        // No locals, two calls of the one caller, a call of the import, the end.
        let [last, table] = named[..] else { panic!("{named:?}") };
        assert_eq!(last, table);
        let body = &bodies[usize::try_from(last).unwrap() - 1];
        let caller = body[2];
        assert_eq!(body[..], [0, 0x10, caller, 0x10, caller, 0x10, 0, 0x0b]);
        let leaf = bodies[usize::from(caller) - 1][2];
        assert_eq!(bodies[usize::from(leaf) - 1][..], [0, 0x01, 0x0b]);
    }

    #[test]
    fn what_is_alike_stands_side_by_side() {
        let counts = |from: i32| {
            move |function: &mut Function| {
                for number in from..from + 9 {
                    function.instructions().i32_const(number).drop();
                }
            }
        };
        let (one, other, like_one, like_other) = (counts(1), counts(31), counts(2), counts(32));
        let wasm = module(&[&one, &other, &like_one, &like_other]);
        let (bodies, _) = seen(&compact(&wasm).unwrap());
        let firsts: Vec<u8> = bodies.iter().map(|body| body[2]).collect();
        assert_eq!(firsts, [1, 2, 31, 32]);
        assert_eq!(compact(&wasm).unwrap(), compact(&wasm).unwrap());
    }

    #[test]
    fn what_is_no_module_is_refused() {
        let wasm = module(&[&|leaf| {
            leaf.instructions().nop();
        }]);
        assert!(compact(&wasm[..wasm.len() - 1]).is_err(), "cut off");
        assert!(compact(b"no").is_err());
        assert_eq!(compact(b"\0asm\x01\0\0\0").unwrap(), b"\0asm\x01\0\0\0");
    }
}
