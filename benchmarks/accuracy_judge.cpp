// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/accuracy_judge.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "benchmarks/accuracy_sweep.hpp"
#include "benchmarks/certificate_rows.hpp"
#include "benchmarks/machine.hpp"

namespace gelu::bench {
namespace {

constexpr const char* k_judge_footer = R"(Protocol, all in this machine's byte order
  to stdout    u64 n, then n elements x; for backward n elements dy after them
  from stdin   n elements: f(x), or dy * f'(x)
  to stdout    u64 0 when all is done; then stdout is closed
The table goes to stderr. Coverage is as for the kernels: see gelu-accuracy --help.)";

struct JudgeOptions {
  std::string key, formula, library, machine, out_json, out_csv;
  SweepOptions sweep;
};

/// The other end of the pipe. One request at a time, whoever asks.
class Pipe {
 public:
  void run(const void* x, const void* dy, void* y, std::uint64_t n, std::size_t size) {
    const std::lock_guard lock(mutex_);
    put(&n, sizeof n);
    put(x, n * size);
    if (dy != nullptr) put(dy, n * size);
    get(y, n * size);
  }
  void close() {
    const std::uint64_t none = 0;
    put(&none, sizeof none);
    ::close(STDOUT_FILENO);
  }

 private:
  // There is nothing to certify without the other program: end here, from whichever thread.
  [[noreturn]] static void fail(const char* what) {
    fmt::print(stderr, "gelu-accuracy judge: cannot {} the other program: {}\n", what,
               errno != 0 ? std::strerror(errno) : "it closed the pipe");
    std::_Exit(k_usage);
  }
  static void put(const void* from, std::size_t bytes) {
    const auto* at = static_cast<const char*>(from);
    while (bytes != 0) {
      const ssize_t done = write(STDOUT_FILENO, at, bytes);
      if (done < 0 && errno == EINTR) continue;
      if (done < 0) fail("write to");
      at += done;
      bytes -= static_cast<std::size_t>(done);
    }
  }
  static void get(void* to, std::size_t bytes) {
    auto* at = static_cast<char*>(to);
    while (bytes != 0) {
      errno = 0;
      const ssize_t done = read(STDIN_FILENO, at, bytes);
      if (done < 0 && errno == EINTR) continue;
      if (done <= 0) fail("read from");
      at += done;
      bytes -= static_cast<std::size_t>(done);
    }
  }
  std::mutex mutex_;
};

/// Function pointers carry no state, and there is one other program.
Pipe& the_pipe() {
  static Pipe pipe;
  return pipe;
}
std::size_t g_size = 0;  // bytes of an element

void forward_through_pipe(const void* x, void* y, std::size_t n) {
  the_pipe().run(x, nullptr, y, n, g_size);
}
void backward_through_pipe(const void* x, const void* dy, void* dx, std::size_t n) {
  the_pipe().run(x, dy, dx, n, g_size);
}

template <class E, std::size_t N>
E named(const std::array<std::string_view, N>& names, std::string_view text, const char* what) {
  const auto it = std::find(names.begin(), names.end(), text);
  if (it == names.end()) throw std::invalid_argument(fmt::format("'{}' is no {}", text, what));
  return static_cast<E>(it - names.begin());
}

bool is_word(std::string_view text) {
  return !text.empty() &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos;
}

/// The cell of the key. `method` must outlive it.
Cell cell_of(const JudgeOptions& o, std::string& method) {
  std::array<std::string, 5> part;  // method, pass, dtype, backend, isa
  std::size_t from = 0;
  for (std::size_t i = 0; i < part.size(); ++i) {
    const std::size_t to = i == 4 ? o.key.size() : o.key.find(i == 3 ? '-' : '/', from);
    if (to == std::string::npos) break;
    part[i] = o.key.substr(from, to - from);
    from = to + 1;
  }
  if (!std::all_of(part.begin(), part.end(), is_word))
    throw std::invalid_argument("--key is not <method>/<pass>/<dtype>/<backend>-<isa>: " + o.key);
  method = part[0];
  Kernel k{method.c_str(), named<Formula>(k_formula_names, o.formula, "formula"),
           named<Pass>(k_pass_names, part[1], "pass"),
           named<Dtype>(k_dtype_names, part[2], "dtype"), Origin::library};
  k.library = o.library.c_str();
  if (!is_single(k.pass) || k.dtype == Dtype::f32_bf16 || bytes(k.dtype) == 1)
    throw std::invalid_argument("judge takes forward and backward of f64, f32, f16 and bf16");
  k.forward = forward_through_pipe;
  k.backward = backward_through_pipe;
#if defined(__x86_64__)
  const bool fma = __builtin_cpu_supports("fma") != 0;
#else
  const bool fma = true;
#endif
  return {k, part[3], part[4], o.key, fma};
}

int judge(const JudgeOptions& o, const std::vector<std::string>& argv) {
  std::string method;
  const Cell cell = cell_of(o, method);
  g_size = bytes(cell.kernel.dtype);
  for (const std::string& path : {o.out_json, o.out_csv})
    if (!path.empty()) probe_file(path);
  Json record = new_record({"gelu-accuracy", argv, o.sweep.seed, o.machine});
  const Job job = make_jobs({&cell}).front();
  std::vector<GroupState> states{new_state(job, o.sweep)};
  {
    Progress progress(work_left(job, o.sweep, states[0]), true);
    sweep(job, o.sweep, states[0], progress);
  }
  append_rows(record["accuracy"], cell, states[0], states[0].kernels[0], Map(job.group));
  append_special_values(record["special_values"], cell, nullptr);
  the_pipe().close();
  record["complete"] = states[0].complete();
  finish_record(record);
  if (!o.out_json.empty()) write_file(o.out_json, to_json(record));
  if (!o.out_csv.empty()) write_file(o.out_csv, to_csv(record));
  fmt::print(stderr, "{}", accuracy_table(states));
  return states[0].complete() ? k_ok : k_interrupted;
}

}  // namespace

int judge_command(int argc, char** argv) {
  JudgeOptions o;
  o.sweep.threads = std::max(1U, std::thread::hardware_concurrency());
  CLI::App app{"Certifies a function that another program computes, through a pipe.",
               "gelu-accuracy judge"};
  app.footer(k_judge_footer);
  app.add_option("--key", o.key, "<method>/<pass>/<dtype>/<backend>-<isa> of its rows")->required();
  app.add_option("--formula", o.formula, "what it computes: erf, tanh, sigmoid, ...")->required();
  app.add_option("--library", o.library, "name, version and how it is called")->required();
  app.add_flag("--exhaustive", o.sweep.exhaustive, "every f32 input");
  app.add_flag("--quick", o.sweep.quick, "a small sample")->excludes("--exhaustive");
  app.add_option("--threads", o.sweep.threads, "threads that compare")
      ->check(CLI::Range(1U, 4096U));
  app.add_option("--out-json", o.out_json, "write the record");
  app.add_option("--out-csv", o.out_csv, "write it as CSV");
  app.add_option("--machine", o.machine, "name of this machine")
      ->check([](const std::string& name) {
        return is_machine_name(name) ? std::string() : "not a machine's name";
      });
  try {
    app.parse(argc, argv);
    std::signal(SIGPIPE, SIG_IGN);  // writing tells it, in words
    return judge(o, std::vector<std::string>(argv, argv + argc));
  } catch (const CLI::CallForHelp& help) {
    return app.exit(help);
  } catch (const std::exception& error) {
    fmt::print(stderr, "gelu-accuracy judge: {}\n", error.what());
    return k_usage;
  }
}

}  // namespace gelu::bench
