// SPDX-License-Identifier: Apache-2.0
// What is known about the computer, and about its mood at the moment. Unknown facts are null.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace gelu::bench {

/// Fixed facts: name, cpu, isa flags, cores, caches, memory, kernel, libc. An empty name is derived
/// from processor, cores and isa (never from the host's name, which may be private).
nlohmann::ordered_json machine_facts(std::string_view name = {});
/// A name is a folder under results/: letters, digits, '.', '_' and '-', first a letter or digit.
bool is_machine_name(std::string_view name);

/// What can change from run to run: governor, boost, smt, load, virtualisation, steal so far.
nlohmann::ordered_json environment_facts();
/// Clock ticks stolen by the hypervisor since boot, and all ticks; {0, 0} when unknown.
struct Ticks {
  unsigned long long stolen = 0, all = 0;
};
Ticks cpu_ticks();

/// Bytes of the data cache of a level (1 to 3) that one core sees; 0 when there is none.
std::size_t cache_bytes(int level);
/// Processors that share one data cache of a level; 1 when unknown.
int cache_sharers(int level);
std::size_t memory_bytes();
/// Processors that this process may use.
int usable_cpus();

}  // namespace gelu::bench
