using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Kindred.Core.Notifications;
using Kindred.Storage.Imports;

namespace Kindred.Storage.Reviews;

/// <summary>The outbox: mails are complete before one is sent, each has one Message-ID for all tries, and who takes one holds a fence.</summary>
internal static class OutboxSql
{
    private const string Columns = "id AS Id, subject AS Subject, recipient AS Recipient, title AS Title, body AS Body, message_id AS MessageId, made_at AS MadeAt, state AS State, next_ms AS NextMs, fence AS Fence, attempts AS Attempts, ended_at AS EndedAt, said AS Said";

    /// <summary>A mail is never put in twice, and its Message-ID is made from what it is, so that a second one made elsewhere would be the same mail to its reader.</summary>
    internal static async Task AddAsync(DbConnection connection, DbTransaction transaction, long workspace, IReadOnlyList<NewMail> mails, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var mail in mails)
        {
            var at = ImportRow.Text(now.ToUniversalTime());
            await connection.ExecuteAsync(new CommandDefinition(
                """
                INSERT INTO outbox (workspace, id, position, subject, recipient, title, body, message_id, made_at, state, next_ms, fence, attempts)
                SELECT @Workspace, @Id, (SELECT COALESCE(MAX(position), 0) + 1 FROM outbox WHERE workspace = @Workspace), @Subject, @To, @Title, @Text, @MessageId, @At, 'waiting', @Now, 0, 0
                WHERE NOT EXISTS (SELECT 1 FROM outbox WHERE workspace = @Workspace AND id = @Id)
                """,
                new { Workspace = workspace, mail.Id, mail.Subject, mail.To, mail.Title, mail.Text, MessageId = MessageIdOf(mail, at), At = at, Now = Instant.Of(now) },
                transaction,
                cancellationToken: ct)).ConfigureAwait(false);
        }
    }

    internal static async Task<OutboxMail?> TakeAsync(DbConnection connection, DbTransaction transaction, long workspace, TimeSpan lease, bool mayRepeat, DateTimeOffset now, CancellationToken ct)
    {
        var at = new { Workspace = workspace, Now = Instant.Of(now), Until = Instant.Of(now + lease), Ended = ImportRow.Text(now.ToUniversalTime()) };
        await connection.ExecuteAsync(new CommandDefinition(
            mayRepeat ? "UPDATE outbox SET state = 'waiting' WHERE workspace = @Workspace AND state = 'sending' AND lease_ms <= @Now"
                : "UPDATE outbox SET state = 'unknown', ended_at = @Ended, said = 'lease' WHERE workspace = @Workspace AND state = 'sending' AND lease_ms <= @Now", at, transaction, cancellationToken: ct)).ConfigureAwait(false);
        var next = await connection.QueryFirstOrDefaultAsync<MailRow?>(new CommandDefinition($"SELECT {Columns} FROM outbox WHERE workspace = @Workspace AND state = 'waiting' AND next_ms <= @Now ORDER BY next_ms, position LIMIT 1", at, transaction, cancellationToken: ct)).ConfigureAwait(false);
        if (next is null)
        {
            return null;
        }

        var taken = await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE outbox SET state = 'sending', fence = fence + 1, attempts = attempts + 1, lease_ms = @Until WHERE workspace = @Workspace AND id = @Id AND fence = @Fence AND state = 'waiting'",
            new { at.Workspace, at.Until, next.Id, next.Fence }, transaction, cancellationToken: ct)).ConfigureAwait(false);
        return taken == 1 ? next.ToMail() with { State = MailState.Sending, Fence = next.Fence + 1, Attempts = (int)next.Attempts + 1 } : null;
    }

    /// <summary>What was sent is not kept: a digest names readers, who may ask to be forgotten.</summary>
    internal static async Task<bool> EndAsync(DbConnection connection, DbTransaction transaction, long workspace, string id, long fence, MailState state, DateTimeOffset nextAt, string? said, DateTimeOffset now, CancellationToken ct) =>
        await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE outbox SET state = @State, next_ms = @Next, said = @Said, lease_ms = NULL, ended_at = @Ended, body = CASE WHEN @State = 'sent' THEN '' ELSE body END WHERE workspace = @Workspace AND id = @Id AND fence = @Fence AND state IN ('sending', 'unknown')",
            new { Workspace = workspace, Id = id, Fence = fence, State = state.ToString().ToLowerInvariant(), Next = Instant.Of(nextAt), Said = said, Ended = state == MailState.Waiting ? null : ImportRow.Text(now.ToUniversalTime()) },
            transaction,
            cancellationToken: ct)).ConfigureAwait(false) == 1;

    internal static async Task<bool> RepeatAsync(DbConnection connection, DbTransaction transaction, long workspace, string id, DateTimeOffset now, CancellationToken ct) =>
        await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE outbox SET state = 'waiting', fence = fence + 1, next_ms = @Now, ended_at = NULL WHERE workspace = @Workspace AND id = @Id AND state IN ('unknown', 'failed')",
            new { Workspace = workspace, Id = id, Now = Instant.Of(now) }, transaction, cancellationToken: ct)).ConfigureAwait(false) == 1;

    internal static async Task<IReadOnlyList<OutboxMail>?> MailsAsync(DbConnection connection, long workspace, int count, CancellationToken ct) =>
        [.. (await connection.QueryAsync<MailRow>(new CommandDefinition($"SELECT {Columns} FROM outbox WHERE workspace = @Workspace ORDER BY position DESC LIMIT @Count", new { Workspace = workspace, Count = Math.Clamp(count, 1, 100_000) }, cancellationToken: ct)).ConfigureAwait(false)).Select(row => row.ToMail())];

    private static string MessageIdOf(NewMail mail, string at) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mail.Id + "\n" + at)).AsSpan(0, 16)) + "@kindred.local";

    private sealed class MailRow
    {
        public string Id { get; set; } = "";

        public string Subject { get; set; } = "";

        public string Recipient { get; set; } = "";

        public string Title { get; set; } = "";

        public string Body { get; set; } = "";

        public string MessageId { get; set; } = "";

        public string MadeAt { get; set; } = "";

        public string State { get; set; } = "";

        public long NextMs { get; set; }

        public long Fence { get; set; }

        public long Attempts { get; set; }

        public string? EndedAt { get; set; }

        public string? Said { get; set; }

        internal OutboxMail ToMail() => new(new NewMail(Id, Subject, Recipient, Title, Body), MessageId, Read(MadeAt), Enum.Parse<MailState>(State, ignoreCase: true), (int)Attempts, Instant.Of(NextMs), Fence, EndedAt is null ? null : Read(EndedAt), Said);

        private static DateTimeOffset Read(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }
}
