//! A file of the simulated disk, open for writing.

use std::io;

use super::SimulatedFileSystem;
use super::node::NodeId;
use super::world::{Operation, Step};
use crate::store::file_system::{OpenFile, Status};

pub(super) struct Handle {
    pub(super) file_system: SimulatedFileSystem,
    pub(super) id: NodeId,
}

impl OpenFile for Handle {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut world = self.file_system.world();
        let step = world.step(Operation::Write)?;
        let count = match step {
            Step::Whole => bytes.len(),
            Step::Half | Step::HalfThenFail(_) => bytes.len().div_ceil(2),
        };
        let taken = bytes.get(..count).unwrap_or_default();
        world.file_mut(self.id)?.append(taken);
        match step {
            Step::HalfThenFail(kind) => Err(kind.into()),
            Step::Whole | Step::Half => Ok(count),
        }
    }

    fn sync_data(&mut self) -> io::Result<()> {
        self.file_system.meanwhile.pass();
        let mut world = self.file_system.world();
        match world.step(Operation::Sync) {
            Ok(_step) => {
                world.file_mut(self.id)?.sync();
                Ok(())
            }
            Err(error) => {
                if error.kind() != io::ErrorKind::Interrupted && world.power_off_at.is_none() {
                    world.file_mut(self.id)?.fail_sync();
                }
                Err(error)
            }
        }
    }

    fn status(&self) -> io::Result<Status> {
        let mut world = self.file_system.world();
        world.step(Operation::Read)?;
        Ok(world.status(self.id))
    }

    fn end(&mut self, count: usize) -> io::Result<Vec<u8>> {
        let mut world = self.file_system.world();
        world.step(Operation::Read)?;
        let content = world.file_mut(self.id)?.current();
        let begin = content.len().saturating_sub(count);
        let end = content.get(begin..).unwrap_or_default().to_vec();
        world.bytes_read += end.len() as u64;
        Ok(end)
    }

    fn truncate(&mut self, length: u64) -> io::Result<()> {
        let mut world = self.file_system.world();
        world.step(Operation::Change)?;
        world.file_mut(self.id)?.truncate(length);
        Ok(())
    }
}
