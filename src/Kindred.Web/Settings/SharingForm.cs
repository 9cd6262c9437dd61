using System.Globalization;
using System.Net.Mail;
using Kindred.Core.Basics;
using Kindred.Web.Viewing;

namespace Kindred.Web.Settings;

/// <summary>Sharing as somebody typed it.</summary>
public sealed record SharingForm(string Address, string NoticeKo, string NoticeEn, string MailHost, string MailPort, string MailUser, string MailPassword, string MailFrom, string MailFolder)
{
    private const int MostNotice = 4_000;

    /// <summary>As one would type them; the password is never shown.</summary>
    public static SharingForm Of(SharingSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new SharingForm(settings.Address ?? "", settings.NoticeKo ?? "", settings.NoticeEn ?? "", settings.MailHost ?? "", Format.Whole(settings.MailPort), settings.MailUser ?? "", "", settings.MailFrom ?? "", settings.MailFolder ?? "");
    }

    /// <summary>As sent.</summary>
    public static SharingForm Of(IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        string Text(string name) => form[name].ToString().Trim();
        return new SharingForm(Text("address"), Text("notice-ko"), Text("notice-en"), Text("mail-host"), Text("mail-port"), Text("mail-user"), form["mail-password"].ToString(), Text("mail-from"), Text("mail-folder"));
    }

    /// <summary>Reads what was typed; an empty password stays as it was.</summary>
    /// <returns>The settings; refused: <c>sharing.address</c>, <c>sharing.port</c>, <c>sharing.from</c>, <c>sharing.notice</c>. Every reason at once.</returns>
    public Result<SharingSettings> Read(SharingSettings before)
    {
        ArgumentNullException.ThrowIfNull(before);
        var reasons = new List<Reason>();
        if (!SharingSettings.ReadAddress(Address).TryGet(out var address, out var why))
        {
            reasons.AddRange(why);
        }

        var port = 587;
        if (MailPort.Length > 0 && !(int.TryParse(MailPort, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is >= 1 and <= ushort.MaxValue))
        {
            reasons.Add(new Reason("sharing.port", MailPort, new Wording($"메일 서버 포트 '{MailPort}'은(는) 1–65535의 숫자여야 해요.", $"The port of the mail server, '{MailPort}', has to be 1–65535.")));
        }

        if ((MailHost.Length > 0 || MailFolder.Length > 0) && !MailAddress.TryCreate(MailFrom, out _))
        {
            reasons.Add(new Reason("sharing.from", MailFrom, new Wording("메일을 보내려면 보내는 주소가 필요해요. 예: docs@example.co.kr", "Sending mail needs a sender's address, such as docs@example.com.")));
        }

        if (Math.Max(NoticeKo.Length, NoticeEn.Length) > MostNotice)
        {
            reasons.Add(new Reason("sharing.notice", "notice", new Wording($"안내는 {Format.Grouped(MostNotice)}자까지 쓸 수 있어요.", $"The notice may have up to {Format.Grouped(MostNotice)} characters.")));
        }

        return reasons.Count > 0 ? Result.Refused<SharingSettings>(reasons) : Result.Accepted(before with
        {
            Address = address, OpenedAt = address == before.Address ? before.OpenedAt : null, NoticeKo = OrNull(NoticeKo), NoticeEn = OrNull(NoticeEn),
            MailHost = OrNull(MailHost), MailPort = port, MailUser = OrNull(MailUser), MailPassword = MailPassword.Length > 0 ? MailPassword : OrNull(MailUser) is null ? null : before.MailPassword, MailFrom = OrNull(MailFrom), MailFolder = OrNull(MailFolder),
        });
    }

    private static string? OrNull(string text) => text.Length > 0 ? text : null;
}
