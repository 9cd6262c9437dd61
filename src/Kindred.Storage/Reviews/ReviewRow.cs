using System.Globalization;
using Kindred.Core.Reviews;
using Kindred.Storage.Imports;

namespace Kindred.Storage.Reviews;

/// <summary>A line of "review_entry", as Dapper fills it.</summary>
internal sealed class ReviewRow : SealedRow
{
    public string Subject { get; set; } = "";

    public string Kind { get; set; } = "";

    public string Body { get; set; } = "";

    public string? DoneBy { get; set; }

    public string At { get; set; } = "";

    internal override object?[] Content => [Subject, Kind, Body, DoneBy, At];

    internal static ReviewRow Of(ReviewEntry entry) => new() { Subject = entry.Subject, Kind = KindOf(entry.Kind), Body = entry.Body, DoneBy = entry.By, At = ImportRow.Text(entry.At) };

    internal static string KindOf(ReviewEntryKind kind) => kind.ToString();

    internal ReviewEntry ToEntry() => new(Id, Subject, Enum.Parse<ReviewEntryKind>(Kind), Body, DoneBy, DateTimeOffset.Parse(At, CultureInfo.InvariantCulture));
}
