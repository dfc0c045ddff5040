// SPDX-License-Identifier: Apache-2.0
// Operational definitions: what is counted out of what, in which direction lies better, where the
// numbers come from. Read from library/measures, plain text that anyone can propose.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/base/embedded.h"
#include "foundation/base/outcome.h"
#include "improvement/over_records.h"

namespace alongside {

enum class Better { more, less };

/// elicited, addressed, attained: what becomes of aims. relationship: how the two sides work
/// together. burden: what illness and care ask. joy: in the work. equity: who takes part. project:
/// a project's own.
enum class Family { elicited, addressed, attained, relationship, burden, joy, equity, project };
std::string_view code_of(Family family);

/// Need, process, output and benefit are four different things (Batalden 2018). structure: what
/// there is to work with. process: how the work goes. output: what was done or made. outcome: what
/// it did for people. experience: how it was for them. balancing: what might get worse. cost: money
/// and time.
enum class MeasureKind { structure, process, output, outcome, experience, balancing, cost };
inline constexpr std::array measure_kinds = {
    MeasureKind::structure,  MeasureKind::process,   MeasureKind::output, MeasureKind::outcome,
    MeasureKind::experience, MeasureKind::balancing, MeasureKind::cost};
std::string_view code_of(MeasureKind kind);

/// Who says it, or who lives it.
enum class Perspective { person, professional, organisation };
inline constexpr std::array perspectives = {Perspective::person, Perspective::professional,
                                            Perspective::organisation};
std::string_view code_of(Perspective perspective);

/// What a balanced set looks at, beside how well the work goes: the aim itself, the relationship,
/// an outcome that is hard to measure, whether care fits what the person prefers, the burden of
/// illness and of care, joy in work, cost, and who is left out.
enum class Aspect { aim, relationship, hard_to_measure, preference, burden, joy, cost, equity };
inline constexpr std::array aspects = {
    Aspect::aim, Aspect::relationship, Aspect::hard_to_measure, Aspect::preference, Aspect::burden,
    Aspect::joy, Aspect::cost,         Aspect::equity};
std::string_view code_of(Aspect aspect);

/// share: so many out of so many, each at most once. rate: a count over how much there was, told
/// `per` so many. count: so many. value: measured, such as minutes.
enum class CountedAs { share, rate, count, value };
inline constexpr std::array ways_to_count = {CountedAs::share, CountedAs::rate, CountedAs::count,
                                             CountedAs::value};
std::string_view code_of(CountedAs counted);

enum class Summary { median, mean };

/// What a query answers: a row for each unit, counted here month by month; whole months, where
/// units may not be read one by one; or how often there was each value, of things that are about
/// nobody.
enum class QueryRows { units, months, values };

/// One definition, wherever it is used: on a page, at the command line, in an export.
struct Measure {
  std::string id = {};       ///< "aim_asked"; words keys are "measure.<id>.name" and so on
  std::string code = {};     ///< "A1": the set's own numbering; empty for a project's own
  std::int64_t version = 1;  ///< counts up when the definition changes
  Family family = Family::elicited;
  Better better = Better::more;
  MeasureKind kind = MeasureKind::process;
  Perspective perspective = Perspective::professional;
  CountedAs counted = CountedAs::share;
  std::int64_t per = 1;               ///< of a rate: 1 to 1,000,000
  Summary summary = Summary::median;  ///< of a value that several say in a month
  QueryRows rows = QueryRows::units;
  std::vector<Aspect> covers = {};  ///< in the order of `aspects`
  std::string query = {};           ///< file name of the SQL that counts; empty: one's own
  std::optional<OverRecords> over_records = {};  ///< of one's own: counted, not typed
  std::string source = {};                       ///< where the definition comes from
  // A project's own says these itself; the shipped ones have theirs in words/.
  std::string name = {}, numerator = {}, denominator = {}, exclusions = {}, window = {};

  bool own() const { return query.empty(); }
  bool typed() const { return own() && !over_records; }
};

/// Reads "name: value" lines; # begins a comment. Refused (field = the line's name): a line that is
/// none, an unknown name or value, and a missing id, or both query and name missing; lines "counts"
/// and "without" of different units, or not in keeping with "counted" (over_records.h).
Outcome<Measure> measure_from(std::string_view text);
/// As measure_from reads it.
std::string lines_of(const Measure& measure);

namespace improvement {
/// library/measures as this binary carries it.
std::span<const EmbeddedFile> measure_library();
}  // namespace improvement

/// All of them, in order of their codes.
const std::vector<Measure>& standard_measures();

}  // namespace alongside
