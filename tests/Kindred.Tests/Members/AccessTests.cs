using Kindred.Core.Basics;
using Kindred.Core.Members;
using Xunit;

namespace Kindred.Tests.Members;

public sealed class AccessTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);
    private static readonly WorkspaceEntry Ours = new(new WorkspaceId("ours"), "Ours", "w-ours", false, At);
    private static readonly WorkspaceEntry Theirs = new(new WorkspaceId("theirs"), "Theirs", "w-theirs", false, At);
    private static readonly WorkspaceEntry Invented = new(new WorkspaceId("invented"), "Sample", "w-invented", true, At);

    /// <summary>The whole table, as issue 4's roles were agreed: rows are permissions, columns viewer, sales, analyst, owner.</summary>
    [Theory]
    [InlineData(Permission.Look, "vsao")]
    [InlineData(Permission.Export, "sao")]
    [InlineData(Permission.DecideLeads, "sao")]
    [InlineData(Permission.AnswerLeads, "sao")]
    [InlineData(Permission.ShareDocuments, "sao")]
    [InlineData(Permission.ImportData, "ao")]
    [InlineData(Permission.UndoImport, "ao")]
    [InlineData(Permission.BuildProfile, "ao")]
    [InlineData(Permission.EditProfile, "ao")]
    [InlineData(Permission.SignOff, "ao")]
    [InlineData(Permission.EditCard, "ao")]
    [InlineData(Permission.PublishCard, "ao")]
    [InlineData(Permission.ManagePeople, "o")]
    [InlineData(Permission.ChangeSettings, "o")]
    [InlineData(Permission.SeeAudit, "o")]
    [InlineData(Permission.ErasePeople, "o")]
    public void May_ByRole_IsTheTable(Permission permission, string roles)
    {
        var may = string.Concat(new[] { Role.Viewer, Role.Sales, Role.Analyst, Role.Owner }.Where(role => Access.May(As(role), Ours, permission)).Select(role => char.ToLowerInvariant(role.ToString()[0])));
        Assert.Equal(roles, may);
    }

    [Fact]
    public void May_EveryPermission_IsInTheTestOfTheTable() =>
        Assert.Equal(Enum.GetValues<Permission>().Length, typeof(AccessTests).GetMethod(nameof(May_ByRole_IsTheTable))!.GetCustomAttributes(typeof(InlineDataAttribute), false).Length);

    [Fact]
    public void May_InAnotherWorkspace_IsNeverTrue()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            Assert.DoesNotContain(Enum.GetValues<Permission>(), permission => Access.May(As(role), Theirs, permission) || Access.May(As(role), Invented, permission));
        }
    }

    [Fact]
    public void May_AVisitor_LooksAtInventedWorkspacesOnly()
    {
        var visitor = Caller.Visitor(new Session("s", "h", null, "?", At, At));
        Assert.Equal([Permission.Look], Enum.GetValues<Permission>().Where(permission => Access.May(visitor, Invented, permission)));
        Assert.DoesNotContain(Enum.GetValues<Permission>(), permission => Access.May(visitor, Ours, permission));
        Assert.Equal([Invented], Access.Visible(visitor, [Ours, Theirs, Invented]));
    }

    [Fact]
    public void Check_WhatOneMayNotSee_DoesNotExist()
    {
        Assert.Equal("members.no-such-workspace", Access.Check(As(Role.Owner), Theirs, Permission.Look)!.Code);
        Assert.Equal("members.no-such-workspace", Access.Check(As(Role.Owner), null, Permission.Look)!.Code);
        Assert.Null(Access.Check(As(Role.Viewer), Ours, Permission.Look));
        var refused = Access.Check(As(Role.Sales), Ours, Permission.ImportData)!;
        Assert.Equal(("members.not-allowed", "ImportData"), (refused.Code, refused.Subject));
        Assert.Equal("sales may not do this. Roles that may: analyst, owner. Ask the owner.", refused.Message.En);
        Assert.Contains("분석가, 소유자", refused.Message.Ko, StringComparison.Ordinal);
    }

    [Fact]
    public void Caller_WithAnothersSession_IsMisuse()
    {
        var session = new Session("s", "h", new MemberId("b"), "?", At, At);
        Assert.Throws<ArgumentException>(() => Caller.Of(session, Anna, []));
        Assert.Throws<ArgumentException>(() => Caller.Visitor(session));
    }

    private static Member Anna => new(new MemberId("a"), EmailAddress.Of("a@example.com").Value, "Anna", Language.Korean, At);

    private static Caller As(Role role) => Caller.Of(new Session("s", "h", Anna.Id, "?", At, At), Anna, [new Membership(Anna.Id, Ours.Id, role)]);
}
