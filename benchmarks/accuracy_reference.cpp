// SPDX-License-Identifier: Apache-2.0
// `gelu-accuracy reference`: correctly rounded values on the command line, and hashes of whole
// tables.
#include "benchmarks/accuracy_reference.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reference/formats.hpp"
#include "reference/real.hpp"
#include "reference/reference.hpp"

namespace gelu::bench {
namespace {

struct Request {
  Formula formula = Formula::erf;
  Pass pass = Pass::forward;
  Dtype dtype = Dtype::f64;
  bool hash = false;
  bool bits = false;
  unsigned threads = 0;
  std::vector<std::string> x;
};

/// The encoding that a text names: hexadecimal digits of the bits, or a number rounded once.
std::optional<std::uint64_t> parse(const Request& request, const std::string& text) {
  if (text.find_first_not_of(' ') == std::string::npos) return std::nullopt;
  char* end = nullptr;
  if (request.bits) {
    if (text.find_first_not_of("0123456789abcdefABCDEFxX") != std::string::npos)
      return std::nullopt;
    errno = 0;
    const std::uint64_t bits = std::strtoull(text.c_str(), &end, 16);
    const bool fits = bytes(request.dtype) == 8 || bits >> (8 * bytes(request.dtype)) == 0;
    return *end == 0 && errno == 0 && fits ? std::optional(bits) : std::nullopt;
  }
  // 2500 bits hold every decimal that can matter: the midpoints of f64 have at most 1075.
  const ref::WideExponents wide;
  ref::Real x(2500);
  mpfr_strtofr(x.get(), text.c_str(), &end, 0, MPFR_RNDN);
  if (*end != 0) return std::nullopt;
  if (mpfr_number_p(x.get()) == 0)
    return ref::encode(request.dtype, mpfr_get_d(x.get(), MPFR_RNDN));
  return ref::encode(request.dtype, x);
}

/// The shortest decimal that reads back as the same double (f64) or float (all others).
std::string decimal(Dtype dtype, std::uint64_t bits) {
  const double value = ref::decode(dtype, bits);
  std::array<char, 40> text{};
  const auto end = dtype == Dtype::f64
                       ? std::to_chars(text.data(), text.end(), value)
                       : std::to_chars(text.data(), text.end(), static_cast<float>(value));
  return {text.data(), end.ptr};
}

std::string hexadecimal(Dtype dtype, std::uint64_t bits) {
  std::string text(20, '\0');
  const int length =
      std::snprintf(text.data(), text.size(), "%0*llx", static_cast<int>(2 * bytes(dtype)),
                    static_cast<unsigned long long>(bits));
  return text.substr(0, static_cast<std::size_t>(length));
}

/// An option whose values are the names of an enumeration.
template <class Enum>
void add_choice(CLI::App& app, const std::string& option, Enum& target,
                std::span<const std::string_view> names, const std::string& what) {
  const auto set = [&target, names](const std::string& value) {
    target = static_cast<Enum>(std::find(names.begin(), names.end(), value) - names.begin());
  };
  app.add_option_function<std::string>(option, set, what)
      ->check(CLI::IsMember(std::vector<std::string>(names.begin(), names.end())))
      ->default_str(std::string(name(target)));
}

void declare(CLI::App& app, Request& request) {
  add_choice(app, "--formula", request.formula, k_formula_names, "erf is exact GELU");
  add_choice(app, "--pass", request.pass, std::span(k_pass_names).first(2),
             "backward is the derivative");
  add_choice(app, "--dtype", request.dtype, std::span(k_dtype_names).first(6),
             "of X and of the results");
  app.add_flag("--hash", request.hash,
               "One number for the results over all encodings c (not for f64): the sum of "
               "mix((c << 32) | result)");
  app.add_flag("--bits", request.bits, "X are encodings in hexadecimal");
  app.add_option("--threads", request.threads, "For --hash; 0 means all");
  app.add_option("X", request.x, "Numbers, decimal or hexadecimal (0x1.8p+1), inf, nan");
}

/// The arguments, last first as CLI11 wants them. -inf or -.5 would be taken for options: a leading
/// blank keeps them from it.
std::vector<std::string> arguments(int argc, char** argv) {
  std::vector<std::string> reversed;
  for (int i = argc - 1; i > 0; --i) {
    const std::string argument = argv[i];
    char* end = nullptr;
    std::strtod(argument.c_str(), &end);
    const bool negative = argument.size() > 1 && argument[0] == '-' && *end == 0;
    reversed.push_back(negative ? " " + argument : argument);
  }
  return reversed;
}

int fail(const std::string& why) {
  std::fprintf(stderr, "gelu-accuracy reference: %s\n", why.c_str());
  return 2;
}

/// A full disk is an error too.
int finish() {
  return std::fflush(stdout) == 0 && std::ferror(stdout) == 0 ? 0 : fail("cannot write to stdout");
}

/// One line per X.
int print_values(const Request& request) {
  std::vector<std::uint64_t> encodings;
  for (const std::string& text : request.x) {
    const auto bits = parse(request, text);
    if (!bits)
      return fail("'" + text + "' is not " + (request.bits ? "an encoding of " : "a number for ") +
                  std::string(name(request.dtype)));
    encodings.push_back(*bits);
  }
  std::printf("x\tx_hex\tx_bits\ty\ty_hex\ty_bits\n");
  for (const std::uint64_t x : encodings) {
    const std::uint64_t y = ref::rounded(request.formula, request.pass, request.dtype, x);
    const auto columns = [&](std::uint64_t bits, char end) {
      std::printf("%s\t%a\t%s%c", decimal(request.dtype, bits).c_str(),
                  ref::decode(request.dtype, bits), hexadecimal(request.dtype, bits).c_str(), end);
    };
    columns(x, '\t');
    columns(y, '\n');
  }
  return 0;
}

}  // namespace

int reference_command(int argc, char** argv) {
  CLI::App app("Correctly rounded values of the formulas and their derivatives", "reference");
  Request request;
  declare(app, request);
  try {
    app.parse(arguments(argc, argv));
  } catch (const CLI::Success& e) {
    return app.exit(e);
  } catch (const CLI::ParseError& e) {
    return fail(e.what());
  }
  if (!request.hash && request.x.empty()) return fail("give numbers X, or --hash");
  if (!request.hash) {
    const int code = print_values(request);
    return code == 0 ? finish() : code;
  }
  if (!request.x.empty()) return fail("--hash takes no numbers");
  if (request.dtype == Dtype::f64) return fail("--hash needs a --dtype of at most 32 bits");
  const std::uint64_t hash =
      ref::table_hash(request.formula, request.pass, request.dtype, request.threads);
  std::printf("%016llx\n", static_cast<unsigned long long>(hash));
  return finish();
}

}  // namespace gelu::bench
