using Kindred.Core.Accounts;
using Kindred.Core.CustomerValue;
using Kindred.Product;
using Kindred.Tests.CustomerValue;
using Xunit;

namespace Kindred.Tests.Product;

public sealed class SnapshotStudyTests
{
    private static WorkspaceSnapshot Snapshot()
    {
        var facts = CustomersByHand.Of([.. Enumerable.Range(0, 12).Select(index => ((decimal?)(100 * (index + 1)), (int?)(50 - index), new DateOnly(2025, 3, 1)))]);
        return new() { Folder = "", IsInvented = false, Imports = [], Facts = facts, Companies = CompaniesNow.View(facts).Table };
    }

    [Fact]
    public void Warm_WhatPagesAskFor_IsThereAndTheSame()
    {
        var (warmed, cold) = (Snapshot(), Snapshot());
        SnapshotStudy.Of(warmed).Warm(CancellationToken.None);
        Assert.Same(SnapshotStudy.Of(warmed).Ranking(null).Value, SnapshotStudy.Of(warmed).Ranking(null).Value);
        Assert.Equal(Ranks(cold), Ranks(warmed));
        Assert.Same(AccountIndex.Of(warmed), AccountIndex.Of(warmed));
    }

    [Fact]
    public void Warm_WithoutAnyImport_DoesNothing() => SnapshotStudy.Of(Snapshot() with { Facts = null }).Warm(CancellationToken.None);

    [Fact]
    public void Warm_AfterANewerReading_Stops() => Assert.Throws<OperationCanceledException>(() => SnapshotStudy.Of(Snapshot()).Warm(new CancellationToken(canceled: true)));

    [Fact]
    public async Task Ranking_AskedByManyAtOnce_IsMadeOnce()
    {
        var study = SnapshotStudy.Of(Snapshot());
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => study.Ranking(null).Value)));
        Assert.All(all, one => Assert.Same(all[0], one));
    }

    private static IReadOnlyList<(int, int)> Ranks(WorkspaceSnapshot snapshot) => [.. SnapshotStudy.Of(snapshot).Ranking(null).Value.Customers.Select((RankedCustomer customer) => (customer.Account, customer.Rank))];
}
