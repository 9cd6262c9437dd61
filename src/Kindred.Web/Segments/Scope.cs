using Kindred.Core.Basics;
using Kindred.Core.Segments;
using Kindred.Product;
using Kindred.Web.Hosting;

namespace Kindred.Web.Segments;

/// <summary>The segment the address of a page narrows it to: segment=field:value, up to three times.</summary>
internal static class Scope
{
    /// <summary>Name of the parameter.</summary>
    public const string Name = "segment";

    /// <summary>Reads it; null where the address names none.</summary>
    public static bool TryRead(PageRequest request, out FoundSegment? segment, out IReadOnlyList<Reason> reasons)
    {
        segment = null;
        reasons = [];
        string[] written = [.. request.Http.Request.Query[Name].OfType<string>().Where(part => part.Length > 0)];
        return written.Length == 0 || SegmentScope.Of(request.Snapshot, written).TryGet(out segment, out reasons!);
    }

    /// <summary>Its parts for an address.</summary>
    public static (string Name, string? Value)[] Query(FoundSegment? segment) => segment is null ? [] : [.. segment.Parts.Select(part => (Name, (string?)part.ToString()))];
}
