using Kindred.Core.Basics;

namespace Kindred.Core.Members;

/// <summary>Every refusal about people and their rights, with its reason.</summary>
internal static class MemberChecks
{
    internal static Reason EmailInvalid(string found) => Of("email-invalid", "email",
        $"'{Shown(found)}'은(는) 이메일 주소가 아니에요. name@company.com처럼 적어 주세요.",
        $"'{Shown(found)}' is not an e-mail address. Write it like name@company.com.");

    internal static Reason NameInvalid(int length, int max) => Of("name-invalid", "name",
        $"이름이 {length}자예요. 1자부터 {max}자까지 적어 주세요.",
        $"The name has {length} characters. Write 1 to {max}.");

    internal static Reason PasswordShort(int length, int min) => Of("password-short", "password",
        $"비밀번호가 {length}자예요. {min}자 이상이면 돼요. 낱말 서너 개를 이어 쓰면 외우기 쉬워요.",
        $"The password has {length} characters. It needs at least {min}; three or four words in a row are easy to remember.");

    internal static Reason PasswordLong(int max) => Of("password-long", "password",
        $"비밀번호가 너무 길어요. {max}자까지 쓸 수 있어요.",
        $"The password is too long. At most {max} characters are allowed.");

    internal static Reason PasswordPersonal => Of("password-personal", "password",
        "이메일, 이름, 제품 이름에 숫자나 기호만 더한 비밀번호는 쓸 수 없어요. 다른 낱말을 섞어 주세요.",
        "The password is your e-mail address, your name or the product's name with digits or signs. Mix in other words.");

    internal static Reason PasswordCommon => Of("password-common", "password",
        "누구나 먼저 넣어 보는 비밀번호예요. 다른 것을 골라 주세요.",
        "This is a password everybody tries first. Choose another.");

    internal static Reason OwnerExists => Of("owner-exists", "owner",
        "이미 소유자가 있어요. 로그인하거나 소유자에게 초대를 부탁해 주세요.",
        "There is an owner already. Sign in, or ask the owner for an invitation.");

    internal static Reason SetupNeedsLink => Of("setup-needs-link", "owner",
        "소유자는 터미널에 나온 링크로 들어온 사람만 만들 수 있어요. 터미널의 링크를 열어 주세요.",
        "Only somebody who came by the link in the terminal can create the owner. Open that link.");

    internal static Reason SignInFailed => Of("sign-in-failed", "sign-in",
        "이메일과 비밀번호가 맞지 않아요. 다시 확인해 주세요. 잊었다면 소유자에게 재설정 링크를 부탁해 주세요.",
        "E-mail address and password do not match. Check both. If you forgot the password, ask the owner for a reset link.");

    internal static Reason PasswordWrong => Of("password-wrong", "password",
        "지금 비밀번호가 맞지 않아요. 다시 적어 주세요.",
        "The current password is wrong. Write it again.");

    internal static Reason CodeNeeded => Of("code-needed", "code",
        "2단계 인증이 켜져 있어요. 인증 앱의 6자리 숫자나 복구 코드를 적어 주세요.",
        "The second step is on. Write the 6 digits of your authenticator app, or a recovery code.");

    internal static Reason CodeWrong => Of("code-wrong", "code",
        "숫자가 맞지 않거나 이미 쓴 것이에요. 앱에 새로 나온 6자리를 적고, 휴대폰 시계가 맞는지 확인해 주세요.",
        "The code is wrong or was used already. Write the next 6 digits of the app, and check that your phone's clock is right.");

    internal static Reason Wait(long seconds) => Of("wait", "sign-in",
        $"여러 번 틀렸어요. {KoTime(seconds)} 뒤에 다시 해 주세요.",
        $"Too many tries failed. Try again in {EnTime(seconds)}.");

    internal static Reason SessionEnded => Of("session-ended", "session",
        "로그인이 끝났어요. 다시 로그인해 주세요.",
        "Your session has ended. Sign in again.");

    internal static Reason NoSuchSession => Of("no-such-session", "session",
        "그 로그인은 이미 끝났거나 회원님의 것이 아니에요. 목록을 새로 열어 주세요.",
        "That session has ended already or is not yours. Open the list again.");

    internal static Reason LinkUnknown => Of("link-unknown", "link",
        "링크가 온전하지 않거나 모르는 것이에요. 받은 주소를 끝까지 복사해 주세요.",
        "The link is incomplete or unknown. Copy the whole address you were given.");

    internal static Reason LinkUsed => Of("link-used", "link",
        "이미 쓴 링크예요. 한 번만 쓸 수 있어요. 새 링크를 부탁해 주세요.",
        "The link was used already; it works once. Ask for a new one.");

    internal static Reason LinkRevoked => Of("link-revoked", "link",
        "취소된 링크예요. 보낸 사람에게 새 링크를 부탁해 주세요.",
        "The link was taken back. Ask its sender for a new one.");

    internal static Reason LinkExpired(DateTimeOffset at) => Of("link-expired", "link",
        $"링크가 {Time(at)}(UTC)에 끝났어요. 새 링크를 부탁해 주세요.",
        $"The link expired on {Time(at)} (UTC). Ask for a new one.");

    internal static Reason NoSuchWorkspace => Of("no-such-workspace", "workspace",
        "그런 작업 공간이 없거나 볼 수 있는 사람이 아니에요. 소유자에게 초대를 부탁해 주세요.",
        "There is no such workspace, or you may not see it. Ask its owner for an invitation.");

    internal static Reason NotAllowed(Permission permission, Role? role) => Of("not-allowed", permission.ToString(),
        $"{(role is { } has ? RoleWords.Of(has).Ko : "방문자")}에게는 이 일을 할 권한이 없어요. 할 수 있는 역할: {Roles(permission, false)}. 소유자에게 부탁해 주세요.",
        $"{(role is { } is_ ? RoleWords.Of(is_).En : "a visitor")} may not do this. Roles that may: {Roles(permission, true)}. Ask the owner.");

    internal static Reason NoSuchMember => Of("no-such-member", "member",
        "이 작업 공간에 그런 구성원이 없어요. 목록을 새로 열어 주세요.",
        "There is no such member in this workspace. Open the list again.");

    internal static Reason AlreadyMember(string email) => Of("already-member", email,
        $"'{email}'은(는) 이미 이 작업 공간의 구성원이에요. 역할은 구성원 목록에서 바꿀 수 있어요.",
        $"'{email}' is a member of this workspace already. Change the role in the list of people.");

    internal static Reason LastOwner(string name) => Of("last-owner", name,
        $"'{name}'은(는) 마지막 소유자라서 나가거나 역할을 바꿀 수 없어요. 먼저 다른 사람을 소유자로 정해 주세요.",
        $"'{name}' is the last owner and can neither leave nor change role. Make somebody else an owner first.");

    internal static Reason SignInFirst(string email) => Of("sign-in-first", email,
        $"'{email}'은(는) 이미 계정이 있어요. 그 계정으로 로그인한 뒤 링크를 다시 열어 주세요.",
        $"'{email}' has an account already. Sign in with it, then open the link again.");

    internal static Reason ResetElsewhere(string name) => Of("reset-elsewhere", name,
        $"'{name}'은(는) 회원님이 소유하지 않은 작업 공간에도 속해 있어요. 그곳 소유자나 터미널에서 재설정해야 해요.",
        $"'{name}' also belongs to a workspace you do not own. Its owner, or the terminal, has to make the reset link.");

    internal static Reason TotpOn => Of("totp-on", "code",
        "2단계 인증이 이미 켜져 있어요. 새 기기로 옮기려면 먼저 꺼 주세요.",
        "The second step is on already. Switch it off first to move it to another device.");

    internal static Reason TotpOff => Of("totp-off", "code",
        "2단계 인증을 아직 시작하지 않았어요. 먼저 설정을 열어 주세요.",
        "The second step was not started. Open its settings first.");

    internal static Reason MembersOnly => Of("members-only", "account",
        "계정이 있는 사람만 할 수 있어요. 먼저 로그인해 주세요.",
        "Only somebody with an account can do this. Sign in first.");

    /// <summary>Words without control characters, cut to a line's length.</summary>
    private static string Shown(string text)
    {
        var clean = string.Concat(text.Where(c => !char.IsControl(c)));
        return clean.Length > 80 ? clean[..80] + "…" : clean;
    }

    private static string Roles(Permission permission, bool english) =>
        string.Join(", ", Enum.GetValues<Role>().Where(role => RolePermissions.Of(role).Contains(permission)).Select(role => english ? RoleWords.Of(role).En : RoleWords.Of(role).Ko));

    private static string KoTime(long seconds) => seconds < 120 ? $"{seconds}초" : $"{(seconds + 59) / 60}분";

    private static string EnTime(long seconds) => seconds < 120 ? (seconds == 1 ? "1 second" : $"{seconds} seconds") : $"{(seconds + 59) / 60} minutes";

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private static Reason Of(string code, string subject, string ko, string en) => new("members." + code, subject, new Wording(ko, en));
}
