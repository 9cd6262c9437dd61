using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Profiles;

namespace Kindred.Core.Segments;

/// <summary>One value of one field: part of what names a segment.</summary>
/// <param name="Field">Id of a field.</param>
/// <param name="Code">Code of the value; empty for unknown.</param>
public sealed record SegmentPart(string Field, string Code)
{
    /// <summary>As written in addresses and on the command line: field:code.</summary>
    public override string ToString() => Field + ":" + Code;

    /// <summary>Reads field:code; everything after the first colon is the code.</summary>
    /// <returns>The part; refused: <c>segments.part</c>.</returns>
    public static Result<SegmentPart> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split(':', 2) is [{ Length: > 0 } field, var code]
            ? Result.Accepted(new SegmentPart(field.Trim(), code.Trim()))
            : Result.Refused<SegmentPart>("segments.part", text, $"'{text}'은(는) 묶음이 아니에요. industry:fintech처럼 항목:값으로 적어 주세요.", $"'{text}' is no segment. Write field:value, such as industry:fintech.");
    }
}

/// <summary>The companies of one segment.</summary>
/// <param name="Parts">One to three values of different fields, all of which hold.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Members">Per company whether it belongs.</param>
/// <param name="Count">How many belong.</param>
public sealed record FoundSegment(IReadOnlyList<SegmentPart> Parts, Wording Name, IReadOnlyList<bool> Members, int Count)
{
    /// <summary>Whether a company belongs; −1, a row without a company, never does.</summary>
    public bool Has(int account) => account >= 0 && account < Members.Count && Members[account];
}

/// <summary>Use case: parts → the companies that have them all.</summary>
internal static class FindSegment
{
    private const int MostParts = 3;

    public static Result<FoundSegment> Run(IReadOnlyList<SegmentPart> parts, Func<string, Result<IReadOnlyList<SegmentKey>>> keysOf, int companies)
    {
        if (parts.Count is 0 or > MostParts || parts.DistinctBy(part => part.Field, StringComparer.Ordinal).Count() < parts.Count)
        {
            return Result.Refused<FoundSegment>("segments.fields", string.Join(" · ", parts), "묶음은 서로 다른 항목 하나에서 셋으로 정해요.", "A segment is named by one to three different fields.");
        }

        var members = new bool[companies];
        Array.Fill(members, true);
        var names = new List<Wording>();
        foreach (var part in parts)
        {
            if (!keysOf(part.Field).TryGet(out var keys, out var reasons))
            {
                return Result.Refused<FoundSegment>(reasons);
            }

            SegmentKey? label = null;
            for (var account = 0; account < companies; account++)
            {
                var has = string.Equals(keys[account].Code, part.Code, StringComparison.Ordinal);
                members[account] &= has;
                label ??= has ? keys[account] : null;
            }

            names.Add(label?.Label ?? (part.Code.Length == 0 ? SegmentKey.Unknown.Label : Wording.Same(part.Code)));
        }

        return Result.Accepted(new FoundSegment(parts, SegmentGroup.Named(names), members, members.Count(has => has)));
    }

    /// <summary>Value of a field for every company.</summary>
    public static Result<IReadOnlyList<SegmentKey>> Keys(AccountFacts facts, string field, SegmentRequest request, IReadOnlyList<ClassifiedAccount>? standing)
    {
        // Only the contract year asks for the panel of months; without customers nobody has a year.
        CustomerMonths? months = null;
        if (field == "contract-year" && !BuildCustomerMonths.Run(facts, request).TryGet(out months, out var reasons))
        {
            return Result.Refused<IReadOnlyList<SegmentKey>>(reasons);
        }

        return SegmentFields.Of(facts, months, request, standing, field).Then(found => Result.Accepted<IReadOnlyList<SegmentKey>>(found.Keys));
    }
}
