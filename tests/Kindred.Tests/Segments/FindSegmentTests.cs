using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Segments;
using Xunit;

namespace Kindred.Tests.Segments;

/// <summary>The companies of a segment are the ones the study counts in it.</summary>
public sealed class FindSegmentTests
{
    private static readonly AccountFacts Facts = FactsByHand.Of(6,
        FactsByHand.Sub(0, "2024-01-01", null, 100), FactsByHand.Sub(1, "2025-12-01", null, 100), FactsByHand.Sub(2, "2025-01-15", "2026-03-01", 100)) with
    {
        Companies =
        [
            FactsByHand.Company(0), FactsByHand.Company(1, employees: 20), FactsByHand.Company(2, "finance"),
            FactsByHand.Company(3), FactsByHand.Company(4, "finance", 20), FactsByHand.Company(5, employees: double.NaN),
        ],
    };

    private static readonly SegmentRequest Request = new() { SizeScheme = "oecd" };

    [Theory]
    [InlineData("industry:software", "0,1,3,5")]
    [InlineData("industry:software size:50–249", "0,3")]
    [InlineData("size:", "5")]
    [InlineData("contract-year:1", "1")]
    [InlineData("contract-year:3+", "0")]
    [InlineData("contract-year: industry:finance", "4")]
    [InlineData("industry:nobody", "")]
    public void Members_HaveEveryValue(string written, string expected)
    {
        var found = Find(written).Value;
        Assert.Equal(expected, string.Join(',', Enumerable.Range(0, 6).Where(found.Has)));
        Assert.Equal(expected.Length == 0 ? 0 : expected.Split(',').Length, found.Count);
        Assert.False(found.Has(-1));
    }

    [Fact]
    public void Members_AreTheAccountsOfTheStudysRows()
    {
        var study = SegmentsModule.Study(Facts, Request with { By = ["industry", "contract-year"] }).Value;
        Assert.NotEmpty(study.Segments);
        foreach (var row in study.Segments)
        {
            var found = Find(string.Join(' ', row.Keys.Zip(["industry", "contract-year"], (key, field) => new SegmentPart(field, key.Code).ToString()))).Value;
            Assert.Equal(row.Accounts.Order(), Enumerable.Range(0, 6).Where(found.Has));
            Assert.Equal(row.Name, found.Name);
        }
    }

    [Theory]
    [InlineData("industry", "segments.part")]
    [InlineData(":software", "segments.part")]
    [InlineData("industry:a industry:b", "segments.fields")]
    [InlineData("industry:a size:b country:c region:d", "segments.fields")]
    [InlineData("", "segments.fields")]
    [InlineData("mood:good", "segments.unknown-field")]
    [InlineData("icp:core", "segments.no-profile")]
    public void WhatIsNoSegment_IsRefused(string written, string code) => Assert.Equal(code, Find(written).Reasons[0].Code);

    [Fact]
    public void ContractYear_WithoutCustomers_IsRefused() =>
        Assert.Equal("segments.no-customers", SegmentsModule.Keys(FactsByHand.Of(2), "contract-year", Request).Reasons[0].Code);

    private static Result<FoundSegment> Find(string written)
    {
        var parts = written.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(SegmentPart.Parse).ToArray();
        return Array.Find(parts, part => !part.IsAccepted) is { } wrong
            ? Result.Refused<FoundSegment>(wrong.Reasons)
            : SegmentsModule.Find([.. parts.Select(part => part.Value)], field => SegmentsModule.Keys(Facts, field, Request), Facts.Companies.Count);
    }
}
