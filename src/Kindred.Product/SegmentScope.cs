using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Kindred.Core.Basics;
using Kindred.Core.Segments;

namespace Kindred.Product;

/// <summary>The segment a page is narrowed to. Values of a field are worked out once for a snapshot.</summary>
public static class SegmentScope
{
    private static readonly ConditionalWeakTable<WorkspaceSnapshot, ConcurrentDictionary<string, Result<IReadOnlyList<SegmentKey>>>> Kept = [];

    /// <summary>The segment of parts as written (field:code).</summary>
    /// <returns>The segment; refused: <c>segments.part</c>, <c>segments.fields</c>, <c>segments.unknown-field</c>, <c>segments.no-profile</c>, <c>segments.no-customers</c>, <c>build.nothing-imported</c>.</returns>
    public static Result<FoundSegment> Of(WorkspaceSnapshot snapshot, IReadOnlyList<string> written)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(written);
        var parts = written.Select(SegmentPart.Parse).ToArray();
        if (snapshot.Facts is not { } facts || Array.Exists(parts, part => !part.IsAccepted))
        {
            return Result.Refused<FoundSegment>(snapshot.Facts is null ? StudyWorkspace.NothingToStudy(snapshot) : [.. parts.SelectMany(part => part.Reasons)]);
        }

        var keys = Kept.GetOrCreateValue(snapshot);
        return SegmentsModule.Find([.. parts.Select(part => part.Value)], field => KeysOf(field), facts.Companies.Count);

        // Only the fields of the list are kept: a name made up in an address leaves nothing behind.
        Result<IReadOnlyList<SegmentKey>> KeysOf(string field) => SegmentFields.Standard.Any(one => one.Id == field)
            ? keys.GetOrAdd(field, Worked)
            : Worked(field);

        Result<IReadOnlyList<SegmentKey>> Worked(string field) => SegmentsModule.Keys(facts, field, new SegmentRequest { SizeScheme = snapshot.Settings.BandScheme }, snapshot.Standing);
    }
}
