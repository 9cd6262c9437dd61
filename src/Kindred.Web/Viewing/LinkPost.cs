using System.Net.Mail;
using Kindred.Documents.Sharing;

namespace Kindred.Web.Viewing;

/// <summary>Mail by SMTP with STARTTLS (implicit TLS is not spoken), or as .eml files into a folder.</summary>
/// <param name="settings">What the owner set, asked anew each time.</param>
public sealed class LinkPost(Func<SharingSettings> settings) : ILinkPost
{
    private const int Patience = 15_000;

    /// <inheritdoc />
    public bool IsPossible => settings() is { MailFrom: not null } set && (set.MailHost is not null || set.MailFolder is not null);

    /// <inheritdoc />
    public Task<bool> SendCodeAsync(string email, string code, CancellationToken ct) => SendAsync(
        email,
        $"{code} · 확인 코드 / Your code",
        $"확인 코드: {code}\n10분 안에, 코드를 부탁한 화면에 넣어 주세요. 부탁한 적이 없다면 이 메일은 잊으셔도 돼요.\n\nYour code: {code}\nEnter it within 10 minutes on the page that asked for it. If you did not ask, ignore this mail.\n",
        ct);

    /// <summary>Sends a mail.</summary>
    /// <returns>Whether it was handed over.</returns>
    public async Task<bool> SendAsync(string to, string subject, string text, CancellationToken ct)
    {
        var set = settings();
        if (!IsPossible || !MailAddress.TryCreate(to, out var receiver) || !MailAddress.TryCreate(set.MailFrom, out var sender))
        {
            return false;
        }

        // Subjects are one line: a break in one would begin another header.
        using var mail = new MailMessage(sender, receiver) { Subject = string.Concat(subject.Where(letter => !char.IsControl(letter))), Body = text, SubjectEncoding = System.Text.Encoding.UTF8, BodyEncoding = System.Text.Encoding.UTF8 };
        using var client = new SmtpClient();
        if (set.MailFolder is { } folder)
        {
            Directory.CreateDirectory(folder);
            client.DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory;
            client.PickupDirectoryLocation = Path.GetFullPath(folder);
        }
        else
        {
            (client.Host, client.Port, client.EnableSsl, client.Timeout) = (set.MailHost!, set.MailPort, set.MailUser is not null, Patience);
            client.Credentials = set.MailUser is { } user ? new System.Net.NetworkCredential(user, set.MailPassword) : null;
        }

        try
        {
            await client.SendMailAsync(mail, ct);
            return true;
        }
        catch (Exception failure) when (failure is SmtpException or IOException)
        {
            return false;
        }
    }
}
