// SPDX-License-Identifier: Apache-2.0
// How far a project's tests kept to what makes them worth believing: the features that reviews of
// published projects look for (Taylor 2014, BMJ Qual Saf 23:290; Knudsen 2019, BMC Health Serv Res
// 19:683). About the work and never about a person.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "change/test_of_change.h"

namespace alongside {

/// predicted: locked before the first datum. theory: why it should work was said. linked: the ramp
/// has two cycles or more. small_first: the first cycle is no larger than small_size_max, and no
/// larger than the next. over_time: data on days_over_time days or more.
enum class Feature { predicted, theory, linked, small_first, over_time };
inline constexpr std::array features = {Feature::predicted, Feature::theory, Feature::linked,
                                        Feature::small_first, Feature::over_time};
std::string_view code_of(Feature feature);

// Our judgement; reviews say "small" and "regular" without a number.
constexpr std::int64_t small_size_max = 20;
constexpr std::size_t days_over_time = 3;

/// How many cycles, or ramps for linked and small_first, kept a feature, out of those of which it
/// can be said: cycles that were locked; over_time once they were studied; ramps whose first cycle
/// was decided, and for `linked` not by giving it up.
struct Kept {
  Feature feature;
  Proportion share;
};
std::vector<Kept> fidelity_of(const std::vector<TestOfChange>& tests);

/// A14: features kept out of features applicable, over all of them.
Proportion fidelity_sum(const std::vector<Kept>& kept);

}  // namespace alongside
