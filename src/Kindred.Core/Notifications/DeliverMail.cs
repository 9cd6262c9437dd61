namespace Kindred.Core.Notifications;

/// <summary>Sends what waits in an outbox. A mail that surely did not get out is tried again with the same Message-ID, ever more rarely, for three days; one that may have got out is left to a person.</summary>
/// <param name="outbox">The outbox.</param>
/// <param name="post">The way out.</param>
/// <param name="clock">Clock.</param>
public sealed class DeliverMail(IOutboxStore outbox, IMailPost post, TimeProvider clock)
{
    /// <summary>How long a mail is tried.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    /// <summary>How long a mail is whoever's took it; longer than any handing over lasts.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6)];

    /// <summary>Sends everything that may be sent now.</summary>
    /// <returns>How many were handed over.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var sent = 0;
        while (post.IsPossible && !ct.IsCancellationRequested && await outbox.TakeAsync(Lease, post.MayRepeat, ct).ConfigureAwait(false) is { } mail)
        {
            // Once begun it is carried through: breaking off would leave it unknown whether it got out.
            var answer = await post.SendAsync(mail, CancellationToken.None).ConfigureAwait(false);
            var (state, next) = After(mail, answer.Outcome, clock.GetUtcNow());
            await outbox.EndAsync(mail.Mail.Id, mail.Fence, state, next, answer.Said, CancellationToken.None).ConfigureAwait(false);
            sent += state == MailState.Sent ? 1 : 0;
        }

        return sent;
    }

    /// <summary>Where a mail is after a try, and when it is next tried.</summary>
    public static (MailState State, DateTimeOffset NextAt) After(OutboxMail mail, MailOutcome outcome, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var next = now + Pauses[Math.Clamp(mail.Attempts - 1, 0, Pauses.Length - 1)];
        return outcome switch
        {
            MailOutcome.Sent => (MailState.Sent, now),
            MailOutcome.Unknown => (MailState.Unknown, now),
            MailOutcome.Refused => (MailState.Failed, now),
            _ => next - mail.MadeAt > Patience ? (MailState.Failed, now) : (MailState.Waiting, next),
        };
    }
}
