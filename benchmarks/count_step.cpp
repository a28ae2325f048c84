// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/count_step.hpp"

#include <elf.h>
#include <fmt/format.h>
#include <sys/ptrace.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <ucontext.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <limits>
#include <stdexcept>

namespace gelu::bench {
namespace {

/// Visits by address, in fixed memory: a signal handler may not allocate.
class Table {
 public:
  void clear() {
    slots_.fill({0, 0});
    used_ = 0;
  }
  void note(std::uintptr_t address) {
    for (std::size_t i = address * k_golden >> (64 - k_bits);; i = (i + 1) % slots_.size()) {
      Visit& slot = slots_[i];
      if (slot.address == address) {
        ++slot.times;
        return;
      }
      if (slot.address == 0 && used_ < k_most) {
        slot = {address, 1};
        ++used_;
        return;
      }
      if (slot.address == 0) return;  // full: visits() says so
    }
  }
  Visits visits() const {
    if (used_ >= k_most) throw std::runtime_error("more different instructions than are kept");
    Visits out;
    std::copy_if(slots_.begin(), slots_.end(), std::back_inserter(out),
                 [](const Visit& slot) { return slot.times > 0; });
    std::sort(out.begin(), out.end(),
              [](const Visit& a, const Visit& b) { return a.address < b.address; });
    return out;
  }

 private:
  static constexpr int k_bits = 16;
  static constexpr std::size_t k_most = (std::size_t{1} << k_bits) * 3 / 4;
  static constexpr std::uint64_t k_golden = 0x9e3779b97f4a7c15;
  std::array<Visit, std::size_t{1} << k_bits> slots_{};
  std::size_t used_ = 0;
};
Table g_table;

#if defined(__x86_64__)
constexpr std::uint64_t k_trap_flag = 0x100;

void on_trap(int, siginfo_t*, void* context) {
  const auto& registers = static_cast<const ucontext_t*>(context)->uc_mcontext.gregs;
  g_table.note(static_cast<std::uintptr_t>(registers[REG_RIP]));
}

[[gnu::noinline]] void with_trap_flag(Call call, void* data) {
  __builtin_ia32_writeeflags_u64(__builtin_ia32_readeflags_u64() | k_trap_flag);
  call(data);
  __builtin_ia32_writeeflags_u64(__builtin_ia32_readeflags_u64() & ~k_trap_flag);
}

Visits step_by_trap(Call call, void* data) {
  struct sigaction action {
  }, before{};
  action.sa_sigaction = on_trap;
  action.sa_flags = SA_SIGINFO;
  sigaction(SIGTRAP, &action, &before);
  g_table.clear();
  with_trap_flag(call, data);
  sigaction(SIGTRAP, &before, nullptr);
  return g_table.visits();
}
#else
Visits step_by_trap(Call, void*) { throw std::runtime_error("only x86-64 has a trap flag"); }
#endif

std::runtime_error failed(const char* what) {
  return std::runtime_error(fmt::format("{}: {}", what, std::strerror(errno)));
}

/// The traced copy; it is not left behind, whatever happens.
class Child {
 public:
  Child(Call call, void* data) : pid_(fork()) {
    if (pid_ < 0) throw failed("fork");
    if (pid_ > 0) return;
    if (ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0) _exit(errno);
    std::raise(SIGSTOP);
    call(data);
    std::raise(SIGSTOP);
    _exit(0);
  }
  ~Child() {
    kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  /// The signal that it stopped for. Throws when it ended instead.
  int wait() const {
    int status = 0;
    if (waitpid(pid_, &status, 0) != pid_) throw failed("waitpid");
    if (WIFSTOPPED(status)) return WSTOPSIG(status);
    errno = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
    if (errno != 0) throw failed("ptrace");
    throw std::runtime_error("the traced copy ended");
  }
  void single_step() const {
    if (ptrace(PTRACE_SINGLESTEP, pid_, nullptr, nullptr) != 0) throw failed("ptrace");
  }
  std::uintptr_t address() const {
    user_regs_struct registers{};
    iovec into{&registers, sizeof registers};
    if (ptrace(PTRACE_GETREGSET, pid_, NT_PRSTATUS, &into) != 0) throw failed("ptrace");
#if defined(__x86_64__)
    return registers.rip;
#else
    return registers.pc;
#endif
  }

 private:
  pid_t pid_;
};

/// An emulator shows its own instructions, thousands for each of ours: `most` ends that.
Visits step_by_ptrace(Call call, void* data, std::uint64_t most) {
  g_table.clear();
  const Child child(call, data);
  if (child.wait() != SIGSTOP) throw std::runtime_error("the traced copy did not stop");
  for (std::uint64_t steps = 0;; ++steps) {
    if (steps == most) throw std::runtime_error("a short loop takes no end (an emulator?)");
    child.single_step();
    const int signal = child.wait();
    if (signal == SIGSTOP) return g_table.visits();
    if (signal != SIGTRAP)
      throw std::runtime_error(fmt::format("the traced copy got signal {}", signal));
    g_table.note(child.address());
  }
}

/// Two instructions per round.
void spin(void* rounds) {
  std::uint64_t left = *static_cast<const std::uint64_t*>(rounds);
#if defined(__x86_64__)
  asm volatile("1: dec %0\n jnz 1b" : "+r"(left) : : "cc");
#elif defined(__aarch64__)
  asm volatile("1: subs %0, %0, #1\n b.ne 1b" : "+r"(left) : : "cc");
#endif
}

Visits step(Stepping how, Call call, void* data, std::uint64_t most) {
  return how == Stepping::trap_flag ? step_by_trap(call, data) : step_by_ptrace(call, data, most);
}

/// Counts two loops. 0: right, 1: wrong, 2: no stop at all.
int try_loops(Stepping how) {
  std::uint64_t few = 10, many = 35;
  constexpr std::uint64_t most = 10'000;
  const std::uint64_t a = total(step(how, spin, &few, most));
  const std::uint64_t b = total(step(how, spin, &many, most));
  return a == 0 ? 2 : b - a == 2 * (many - few) ? 0 : 1;
}

/// The same in a copy of the process: where stepping is forbidden, a signal may end it.
std::string try_aside(Stepping how) {
  const pid_t pid = fork();
  if (pid == 0) _exit(try_loops(how));
  int status = 0;
  if (pid < 0 || waitpid(pid, &status, 0) != pid) return "fork failed";
  if (WIFSIGNALED(status))
    return fmt::format("a process with the trap flag set is ended by signal {}", WTERMSIG(status));
  if (WEXITSTATUS(status) == 2) return "the trap flag has no effect (an emulated processor?)";
  return WEXITSTATUS(status) == 0 ? "" : "a loop of known length is counted wrong";
}

}  // namespace

std::uint64_t total(const Visits& visits) {
  std::uint64_t sum = 0;
  for (const Visit& visit : visits) sum += visit.times;
  return sum;
}

Visits step(Stepping how, Call call, void* data) {
  return step(how, call, data, std::numeric_limits<std::uint64_t>::max());
}

std::string stepping_fault(Stepping how) {
  try {
#if !defined(__x86_64__)
    if (how == Stepping::trap_flag) return "only x86-64 has a trap flag";
#endif
    if (how == Stepping::trap_flag) return try_aside(how);
    return try_loops(how) == 0 ? "" : "a loop of known length is counted wrong";
  } catch (const std::exception& error) {
    return error.what();
  }
}

}  // namespace gelu::bench
