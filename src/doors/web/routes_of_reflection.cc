// SPDX-License-Identifier: Apache-2.0
// Routes of journals, joy and value passports: a journal is its writer's alone
// (Permission::to_own_journal).
#include "doors/web/journal.h"
#include "doors/web/routes.h"
#include "doors/web/value_passport.h"

namespace alongside::web {
namespace {

using http::Method;
using Row = http::Route<PageHandler>;

constexpr std::string_view of_a_passport =
    "base as_of communication_professionals communication_partners communication_seen "
    "communication_next self_efficacy_professionals self_efficacy_partners self_efficacy_seen "
    "self_efficacy_next interconnectedness_professionals interconnectedness_partners "
    "interconnectedness_seen interconnectedness_next cost_professionals cost_partners "
    "cost_seen cost_next professional_experience_professionals "
    "professional_experience_partners professional_experience_seen "
    "professional_experience_next right_care_professionals right_care_partners "
    "right_care_seen right_care_next chain_professionals chain_partners chain_seen chain_next "
    "shop_professionals shop_partners shop_seen shop_next network_professionals "
    "network_partners network_seen network_next access_professionals access_partners "
    "access_seen access_next";
constexpr std::string_view of_an_entry =
    "base kind day happened learnt thinking where minutes in_log again";
constexpr std::string_view reads_journal = "reads journal";
constexpr std::string_view writes_journal = "writes journal, history";

constexpr Row of_reflection[] = {
    {Method::get, "/teams/{team}/value", who::signed_in,
     "How a team and its partners see the value they make.", value_page, "", "reads passports"},
    {Method::get, "/teams/{team}/value/new", who::signed_in, "The form of a value passport.",
     new_passport_page, "", "reads passports"},
    {Method::post, "/teams/{team}/value/new", who::signed_in, "Takes a value passport.",
     post_passport, of_a_passport, "writes passports, history"},
    {Method::get, "/journal", who::professional, "One's own journal.", journal_page, "",
     reads_journal},
    {Method::get, "/journal/new", who::professional, "The form of an entry.", new_entry_page, "",
     reads_journal},
    {Method::post, "/journal", who::professional, "Writes an entry.", post_entry, of_an_entry,
     writes_journal},
    {Method::post, "/teams/{team}/joy", who::professional,
     "Says how much joy the work gave, for a team and without a name.", post_joy, "joy",
     "writes joy, history"},
    {Method::get, "/journal/log", who::professional, "What goes along to an appraisal.", log_page,
     "", reads_journal},
    {Method::get, "/journal/log/file", who::professional, "The same as a file.", log_file, "",
     reads_journal},
    {Method::get, "/journal/{entry}", who::professional, "One entry of one's own.", entry_page, "",
     reads_journal},
    {Method::post, "/journal/{entry}", who::professional, "Changes an entry.", post_change_entry,
     of_an_entry, writes_journal},
    {Method::post, "/journal/{entry}/again", who::professional,
     "Answers the two questions that come after a while.", post_look_again,
     "came_of_it differently", writes_journal},
    {Method::post, "/journal/{entry}/out", who::professional, "Takes an entry out.", post_entry_out,
     "", writes_journal},
    {Method::post, "/journal/{entry}/back", who::professional, "Brings an entry back.",
     post_entry_back, "", writes_journal},
};

}  // namespace

std::span<const http::Route<PageHandler>> routes_of_reflection() { return of_reflection; }

}  // namespace alongside::web
