// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/record.hpp"

#include <fcntl.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cmath>
#include <cstring>
#include <stdexcept>

#include "benchmarks/machine.hpp"
#include "benchmarks/record_build.hpp"
#include "kernels/cuda/device.hpp"

namespace gelu::bench {
namespace {

/// When the run began, for finish_record. One run per process.
struct Start {
  std::chrono::steady_clock::time_point time = std::chrono::steady_clock::now();
  Ticks ticks = cpu_ticks();
};
Start& start() {
  static Start at;
  return at;
}

std::string utc_now() {
  const auto now = std::chrono::system_clock::now();
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}",
                     fmt::gmtime(std::chrono::system_clock::to_time_t(now)));
}

Json build_json(const BuildFacts& facts) {
  Json backends = Json::object();
  for (const auto& [backend, flags] : facts.backend_flags) backends[backend] = flags;
  return {{"compiler", facts.compiler},
          {"type", facts.type},
          {"flags", facts.flags},
          {"backends", backends}};
}

[[noreturn]] void fail(const std::string& what, const std::filesystem::path& path, int error) {
  throw std::runtime_error(
      fmt::format("cannot {} {}: {}", what, path.string(), std::strerror(error)));
}

void write_all(int fd, std::string_view text, const std::filesystem::path& path) {
  while (!text.empty()) {
    const ssize_t written = write(fd, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail("write", path, errno);
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  // Devices and pipes cannot be synced: EINVAL there is no loss of data.
  if (fsync(fd) != 0 && errno != EINVAL && errno != EROFS) fail("sync", path, errno);
}

/// A descriptor that closes itself, and with `temporary` removes the file unless it was renamed.
struct File {
  int fd = -1;
  std::filesystem::path temporary;
  File(int descriptor, std::filesystem::path aside) : fd(descriptor), temporary(std::move(aside)) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (fd >= 0) close(fd);
    if (!temporary.empty()) unlink(temporary.c_str());
  }
};

std::filesystem::path folder_of(const std::filesystem::path& path) {
  return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

/// Something that exists and cannot be replaced by renaming, such as /dev/stdout.
bool is_device(const std::filesystem::path& path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored) && !std::filesystem::is_regular_file(path, ignored);
}

/// An empty file beside `path`, removed again unless it is renamed.
File create_aside(const std::filesystem::path& path) {
  std::error_code error;
  std::filesystem::create_directories(folder_of(path), error);
  if (error) fail("create", folder_of(path), error.value());
  const std::string aside = fmt::format("{}.{}.part", path.string(), getpid());
  const int fd = open(aside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (fd < 0) fail("create", aside, errno);
  return {fd, aside};
}

void sync_folder(const std::filesystem::path& folder) {
  const File dir{open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC), {}};
  if (dir.fd < 0 || (fsync(dir.fd) != 0 && errno != EINVAL)) fail("sync", folder, errno);
}

}  // namespace

Json new_record(const Run& run) {
  start() = Start{};
  const BuildFacts facts = build_facts();
  Json record;
  record["schema_version"] = k_schema_version;
  record["program"] = {{"name", run.program},
                       {"version", facts.version},
                       {"commit", facts.commit},
                       {"dirty", facts.dirty ? Json(*facts.dirty) : Json()}};
  record["created"] = utc_now();
  record["finished"] = Json();
  record["argv"] = run.argv;
  record["seed"] = run.seed;
  record["build"] = build_json(facts);
  record["machine"] = machine_facts(run.machine);
  record["environment"] = environment_facts();
  record["absent"] = Json::array();
  for (const Absent& absent : absent())
    record["absent"].push_back({{"what", absent.what}, {"reason", absent.reason}});
  if (const std::string& reason = cuda::device().absent; !reason.empty())
    record["absent"].push_back({{"what", "cuda"}, {"reason", reason}});
  for (const char* rows : {"throughput", "accuracy", "special_values"})
    record[rows] = Json::array();
  return record;
}

void finish_record(Json& record) {
  const Ticks now = cpu_ticks(), then = start().ticks;
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start().time;
  record["finished"] = utc_now();
  record["environment"]["wall_s"] = std::round(wall.count() * 1000) / 1000;
  record["environment"]["steal_pct"] =
      now.all > then.all ? Json(100 * static_cast<double>(now.stolen - then.stolen) /
                                static_cast<double>(now.all - then.all))
                         : Json();
  record["environment"]["load_1min_end"] = environment_facts()["load_1min"];
}

Json row_of(const Cell& cell) {
  Json row{{"key", cell.key},
           {"method", cell.kernel.method},
           {"formula", name(cell.kernel.formula)},
           {"pass", name(cell.kernel.pass)},
           {"dtype", name(cell.kernel.dtype)},
           {"backend", cell.backend},
           {"isa", cell.isa},
           {"fma", cell.fma},
           {"origin", name(cell.kernel.origin)}};
  if (cell.kernel.library != nullptr) row["library"] = cell.kernel.library;
  return row;
}

Json number(double value) {
  if (std::isfinite(value)) return value;
  return std::isnan(value) ? "nan" : value > 0 ? "inf" : "-inf";
}

std::string hex(std::uint64_t bits, Dtype dtype) {
  return fmt::format("0x{:0{}x}", bits, 2 * bytes(dtype));
}

std::string to_json(const Json& record) {
  // Bytes that are not UTF-8 (in argv) are replaced; the library writes non-finite numbers as null.
  const auto text = [](const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
  };
  std::string all;
  for (const auto& [name, value] : record.items()) {
    all += (all.empty() ? "{\n" : ",\n") + text(name) + ":";
    const bool rows = value.is_array() && !value.empty() && value[0].is_object();
    if (!rows) all += text(value);
    for (std::size_t i = 0; rows && i < value.size(); ++i)
      all += (i == 0 ? "[\n" : ",\n") + text(value[i]);
    if (rows) all += "\n]";
  }
  return all + "\n}\n";
}

void write_file(const std::filesystem::path& path, std::string_view text) {
  if (is_device(path)) {
    const File device{open(path.c_str(), O_WRONLY | O_CLOEXEC), {}};
    if (device.fd < 0) fail("open", path, errno);
    return write_all(device.fd, text, path);
  }
  File file = create_aside(path);
  write_all(file.fd, text, path);
  if (rename(file.temporary.c_str(), path.c_str()) != 0) fail("replace", path, errno);
  file.temporary.clear();
  sync_folder(folder_of(path));
}

void probe_file(const std::filesystem::path& path) {
  if (!is_device(path)) {
    create_aside(path);
  } else if (std::filesystem::is_directory(path)) {
    fail("write", path, EISDIR);
  } else if (access(path.c_str(), W_OK) != 0) {
    fail("write", path, errno);
  }
}

}  // namespace gelu::bench
