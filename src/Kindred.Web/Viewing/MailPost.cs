using System.Net.Mail;
using System.Net.Sockets;
using System.Text;
using Kindred.Core.Notifications;

namespace Kindred.Web.Viewing;

/// <summary>Mail by SMTP with STARTTLS (implicit TLS is not spoken), or as .eml files into a folder. Every mail of the product goes out here.</summary>
/// <param name="settings">What the owner set, asked anew each time.</param>
public sealed class MailPost(Func<SharingSettings> settings) : IMailPost
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <inheritdoc />
    public bool IsPossible => settings() is { MailFrom: not null } set && (set.MailHost is not null || set.MailFolder is not null);

    /// <summary>Files bear the Message-ID: writing one twice leaves one.</summary>
    public bool MayRepeat => settings().MailFolder is not null;

    /// <inheritdoc />
    public Task<MailAnswer> SendAsync(OutboxMail mail, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(mail);
        return HandOverAsync(mail.Mail.To, mail.Mail.Title, mail.Mail.Text, mail.MessageId, ct);
    }

    /// <summary>Hands one mail over.</summary>
    internal async Task<MailAnswer> HandOverAsync(string to, string title, string text, string? messageId, CancellationToken ct)
    {
        var set = settings();
        if (!IsPossible || !MailAddress.TryCreate(set.MailFrom, out var sender))
        {
            return new MailAnswer(MailOutcome.Later, "no mail server is set");
        }

        if (!MailAddress.TryCreate(to, out var receiver))
        {
            return new MailAnswer(MailOutcome.Refused, "no address");
        }

        // Subjects are one line: a break in one would begin another header.
        using var mail = new MailMessage(sender, receiver) { Subject = string.Concat(title.Where(letter => !char.IsControl(letter))), Body = text, SubjectEncoding = Encoding.UTF8, BodyEncoding = Encoding.UTF8 };
        if (messageId is not null)
        {
            mail.Headers.Add("Message-ID", "<" + messageId + ">");
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        using var client = new SmtpClient();
        try
        {
            if (set.MailFolder is { } folder)
            {
                await WriteAsync(client, mail, Path.GetFullPath(folder), messageId, patience.Token);
            }
            else
            {
                (client.Host, client.Port, client.EnableSsl) = (set.MailHost!, set.MailPort, set.MailUser is not null);
                client.Credentials = set.MailUser is { } user ? new System.Net.NetworkCredential(user, set.MailPassword) : null;
                await client.SendMailAsync(mail, patience.Token);
            }

            return new MailAnswer(MailOutcome.Sent, null);
        }
        catch (Exception failure) when (failure is SmtpException or IOException or UnauthorizedAccessException or OperationCanceledException or InvalidOperationException)
        {
            return new MailAnswer(OutcomeOf(failure), Said(failure));
        }
    }

    /// <summary>Written beside its place and then moved, so that nobody picks up half a mail.</summary>
    private static async Task WriteAsync(SmtpClient client, MailMessage mail, string folder, string? messageId, CancellationToken ct)
    {
        var place = Path.Combine(folder, (messageId?.Split('@')[0] ?? Guid.NewGuid().ToString("N")) + ".eml");
        if (File.Exists(place))
        {
            return;
        }

        var half = Directory.CreateDirectory(Path.Combine(folder, ".half-" + Guid.NewGuid().ToString("N")));
        try
        {
            (client.DeliveryMethod, client.PickupDirectoryLocation) = (SmtpDeliveryMethod.SpecifiedPickupDirectory, half.FullName);
            await client.SendMailAsync(mail, ct);
            File.Move(half.GetFiles()[0].FullName, place, overwrite: true);
        }
        finally
        {
            half.Delete(recursive: true);
        }
    }

    /// <summary>What a failure leaves open. A reply of the server says surely no; a connection that breaks off, or silence, leaves it open whether the mail was accepted.</summary>
    internal static MailOutcome OutcomeOf(Exception failure) => failure switch
    {
        SmtpException { StatusCode: SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.UserNotLocalTryAlternatePath or SmtpStatusCode.MailboxNameNotAllowed or SmtpStatusCode.ExceededStorageAllocation or SmtpStatusCode.TransactionFailed } => MailOutcome.Refused,
        SmtpException { StatusCode: not SmtpStatusCode.GeneralFailure } => MailOutcome.Later,
        SmtpException { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData or SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.AddressNotAvailable } } => MailOutcome.Later,
        SmtpException or OperationCanceledException => MailOutcome.Unknown,
        _ => MailOutcome.Later,
    };

    private static string Said(Exception failure) => failure switch
    {
        OperationCanceledException => "no answer",
        SmtpException { InnerException: { } inner } smtp => smtp.StatusCode + ": " + inner.GetType().Name,
        SmtpException smtp => smtp.StatusCode.ToString(),
        _ => failure.GetType().Name,
    };
}
