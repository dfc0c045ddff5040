// SPDX-License-Identifier: Apache-2.0
// A release as JSON and back.
#include "foundation/base/json.h"
#include "learning/json_members.h"
#include "learning/release.h"

namespace alongside::learning {
namespace {

constexpr int depth_max = 6;

void write_science(JsonWriter& out, const ScienceOf& science) {
  out.begin_object().key("mean").number(science.prior.mean).key("sd").number(science.prior.sd);
  out.key("robust_weight").number(science.prior.robust_weight);
  out.key("certainty").integer(static_cast<int>(science.certainty));
  out.key("card").text(science.card).end_object();
}

bool read_posterior(Members& top, Release& release) {
  auto columns = read_columns(top);
  if (!columns) return false;
  release.columns = std::move(*columns);
  const std::size_t count = release.columns.all().size();
  release.posterior.mean = top.numbers("mean");
  release.posterior.covariance = top.numbers("covariance");
  return release.posterior.mean.size() == count &&
         release.posterior.covariance.size() == count * (count + 1) / 2;
}

bool read_books(Members& top, Release& release) {
  bool right = read_crowds(top, release.crowds);
  for (const JsonMember& member : top.members("science")) {
    Members one(member.value);
    const auto certainty = one.count("certainty");
    if (certainty > static_cast<std::size_t>(Certainty::very_low)) return false;
    release.science[member.name] = {
        {one.number("mean"), one.number("sd"), one.number("robust_weight")},
        static_cast<Certainty>(certainty),
        one.text("card")};
    right = right && one.right() && release.science[member.name].prior.sd > 0;
  }
  for (const JsonMember& member : top.members("sds"))
    release.sds.emplace_back(member.name, member.value.number().value_or(0));
  return right;
}

}  // namespace

std::string text_of(const Release& release) {
  JsonWriter out;
  out.begin_object().key("version").integer(release.version);
  out.key("made").text(release.made.iso()).key("from").text(release.from.iso());
  out.key("to").text(release.to.iso()).key("reference").text(release.reference);
  out.key("rows").integer(static_cast<std::int64_t>(release.rows));
  out.key("without_follow_up").integer(static_cast<std::int64_t>(release.without_follow_up));
  out.key("persons").integer(static_cast<std::int64_t>(release.persons));
  out.key("sites").integer(static_cast<std::int64_t>(release.sites));
  out.key("sds").begin_object();
  for (const auto& [name, sd] : release.sds) out.key(name).number(sd);
  out.end_object();
  write_columns(out, release.columns);
  write_numbers(out, "mean", release.posterior.mean);
  write_numbers(out, "covariance", release.posterior.covariance);
  write_crowds(out, release.crowds);
  out.key("science").begin_object();
  for (const auto& [action, science] : release.science) write_science(out.key(action), science);
  out.end_object().end_object();
  return std::move(out).take();
}

std::optional<Release> release_from(std::string_view text) {
  JsonReader reader;
  const auto read = reader.read(text, depth_max);
  const JsonValue* object = std::get_if<JsonValue>(&read);
  if (object == nullptr || !object->is(JsonValue::Kind::object)) return std::nullopt;
  Members top(*object);
  Release release;
  release.version = static_cast<std::int64_t>(top.count("version"));
  release.made = top.day("made");
  release.from = top.day("from");
  release.to = top.day("to");
  release.reference = top.text("reference");
  release.rows = top.count("rows");
  release.without_follow_up = top.count("without_follow_up");
  release.persons = top.count("persons");
  release.sites = top.count("sites");
  const bool whole = read_posterior(top, release) && read_books(top, release);
  return whole && top.right() ? std::optional(std::move(release)) : std::nullopt;
}

}  // namespace alongside::learning
