using System.Globalization;
using System.Text.Json;
using Kindred.Core.Engagement;
using Kindred.Core.Members;
using Kindred.Documents.Sharing;
using Kindred.Documents.Tracking;

namespace Kindred.Storage.Documents;

/// <summary>A document without its versions, as stored.</summary>
internal sealed class DocumentRow
{
    public string Id { get; init; } = "";

    public string Title { get; init; } = "";

    public string Type { get; init; } = "";

    public string CreatedAt { get; init; } = "";

    public string? RemovedAt { get; init; }

    public SharedDocument With(IReadOnlyList<DocumentVersion> versions) => new(Id, Title, Enum.TryParse<DocumentType>(Type, out var type) ? type : DocumentType.Other, Rows.Time(CreatedAt), Rows.TimeOrNull(RemovedAt), versions);
}

/// <summary>Something stored as JSON, with what it belongs to.</summary>
internal sealed class BodyRow
{
    public string Owner { get; init; } = "";

    public string Body { get; init; } = "";
}

/// <summary>A link as stored.</summary>
internal sealed class LinkRow
{
    public string Id { get; init; } = "";

    public string Token { get; init; } = "";

    public string Document { get; init; } = "";

    public string Options { get; init; } = "";

    public string? Password { get; init; }

    public long Revision { get; init; }

    public string Label { get; init; } = "";

    public string? Recipient { get; init; }

    public string? Campaign { get; init; }

    public string CreatedAt { get; init; } = "";

    public string? CreatedBy { get; init; }

    public string? RevokedAt { get; init; }

    public long Opens { get; init; }

    public ShareLink ToLink() => new(Id, Token, Document, Rows.Read<ShareOptions>(Options), Password is null ? null : PasswordHash.Decode(Password), (int)Revision, Label, Recipient, Campaign, Rows.Time(CreatedAt), CreatedBy, Rows.TimeOrNull(RevokedAt), (int)Opens);
}

/// <summary>An event as stored.</summary>
internal sealed class EventRow
{
    public string Source { get; init; } = "";

    public string Message { get; init; } = "";

    public string ViewId { get; init; } = "";

    public string Kind { get; init; } = "";

    public long Sequence { get; init; }

    public long AtMs { get; init; }

    public string Body { get; init; } = "";

    public ViewEvent ToEvent() => new(Source, Message, ViewId, Kind, (int)Sequence, DateTimeOffset.FromUnixTimeMilliseconds(AtMs), Body);
}

/// <summary>A count of guesses as stored.</summary>
internal sealed class GuessRow
{
    public string Id { get; init; } = "";

    public string Since { get; init; } = "";

    public long Tries { get; init; }
}

/// <summary>A code as stored.</summary>
internal sealed class CodeRow
{
    public long Position { get; init; }

    public string Hash { get; init; } = "";

    public string SentAt { get; init; } = "";

    public long Tries { get; init; }

    public string? UsedAt { get; init; }

    public OneTimeCode ToCode(string link, string email) => new(link, email, Hash, Rows.Time(SentAt), (int)Tries, Rows.TimeOrNull(UsedAt));
}

/// <summary>Texts of times and records.</summary>
internal static class Rows
{
    public static DateTimeOffset Time(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    public static DateTimeOffset? TimeOrNull(string? text) => text is null ? null : Time(text);

    public static string? Text(DateTimeOffset? time) => time?.ToString("O", CultureInfo.InvariantCulture);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json) ?? throw new InvalidDataException("A stored record is empty.");

    public static string Write<T>(T value) => JsonSerializer.Serialize(value);
}
