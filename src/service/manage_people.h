// SPDX-License-Identifier: Apache-2.0
// Who may sign in: the first administrator, invitations by a link for one person, example sign-ins.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "record/accounts.h"
#include "service/caller.h"
#include "service/service.h"

namespace alongside::service {

using record::Invitee;
using record::invitees_max;

constexpr std::int64_t invitation_days = 14;
constexpr std::int64_t first_invitation_minutes = 30;
/// NIST SP 800-63B-4: 15 characters where a password stands alone; no rules about which.
constexpr std::size_t password_characters_min = 15;
constexpr std::size_t name_characters_max = 100;
constexpr std::size_t login_characters_min = 3;
constexpr std::size_t login_characters_max = 60;

/// A token with which the first administrator of a new clinic chooses a name and a password;
/// nothing once there is one. Each start makes a new one; it lives first_invitation_minutes.
std::optional<std::string> first_invitation(const Service& service);

struct Invited {
  std::string token;
  std::string name;
  std::int64_t user_no = 0;
};
/// An administrator invites a person or a professional by home and number. Refused for one who can
/// already sign in ("join.has_login").
Outcome<Invited> invite(const Service& service, const Caller& caller, HomeNo home, Side side,
                        std::int64_t number);

/// Whom an invitation is for, before it is used.
struct InvitationView {
  std::string name;  ///< empty for the first administrator, who says it
  bool first_administrator = false;
  bool asks_clinic = false;  ///< there is no site yet: the clinic's name is asked
};
/// Nothing when it is unknown, used or too old.
std::optional<InvitationView> invitation_for(const Service& service, std::string_view token);

struct JoinDraft {
  std::string name;    ///< only the first administrator says it
  std::string clinic;  ///< only where there is no site yet
  std::string zone;    ///< the time zone of that first site, from the settings
  std::string login;
  std::string password;
  std::string again;
};
/// What is wrong with a new password (field "password") or with its second typing ("again").
std::vector<Fault> password_faults(std::string_view password, std::string_view again);
/// What is wrong with the login and the password of a draft, beside their fields.
std::vector<Fault> sign_in_faults(const sql::Reading& reading, const JoinDraft& draft);
/// The login as it is kept.
std::string login_from(const JoinDraft& draft);
/// Uses an invitation. Refused beside the fields: a login of the wrong length, with odd characters,
/// taken, or beginning with "example-"; a password that is too short or long, or typed differently.
Outcome<Done> join(const Service& service, std::string_view token, const JoinDraft& draft);

Outcome<std::vector<Invitee>> people_to_invite(const Service& service, const Caller& caller,
                                               std::string_view name_part);

/// Sign-ins that everybody knows, "example-<word>": only in an example clinic, refused
/// ("sign_in.example_refused") in a clinic of one's own.
Outcome<Done> add_example_sign_in(const Service& service, const record::User& user,
                                  std::string_view login);

}  // namespace alongside::service
