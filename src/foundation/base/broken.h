// SPDX-License-Identifier: Apache-2.0
// A broken machine: disk, network or engine. Thrown; caught at the HTTP door, the command line and
// the routine loop only.
#pragma once

#include <stdexcept>

namespace alongside {

/// Its text names a place in the program or on the machine, never anybody's words.
class BrokenMachine : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The disk is full. What was kept before is safe and can be read; this was not kept.
class OutOfRoom : public BrokenMachine {
 public:
  using BrokenMachine::BrokenMachine;
};

}  // namespace alongside
