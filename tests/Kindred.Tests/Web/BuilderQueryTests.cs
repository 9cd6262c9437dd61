using Kindred.Core.Basics;
using Kindred.Core.Profiles;
using Kindred.Web.Patterns;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace Kindred.Tests.Web;

/// <summary>The builder's address: what it says, and that it comes back as it went.</summary>
public sealed class BuilderQueryTests
{
    [Fact]
    public void Of_ConditionsOfAProfile_ComeBackThroughTheAddress()
    {
        ConditionText[] conditions =
        [
            new("sector", "in", ["fintech", "software & more"], Wording.Same("")),
            new("employees", "interval", ["(49,200]"], Wording.Same("")),
            new("founded", "interval", ["(2019,inf)"], Wording.Same("")),
        ];
        var back = Read(BuilderQuery.Of(conditions).Url("ws"));
        Assert.Equal(["sector", "employees", "founded"], back.Rows.Select(row => row.Field));
        Assert.Equal(["fintech", "software & more"], back.Rows[0].Words);
        Assert.Equal((50.0, 200.0, 2020.0, null), (back.Rows[1].From, back.Rows[1].To, back.Rows[2].From, back.Rows[2].To));
    }

    [Fact]
    public void Of_EmptyDoubledAndBrokenRows_AreLeftOut()
    {
        var query = Read("/b?f1=&w1=x&f2=sector&w2=a&w2=a&w2=&f3=sector&w3=b&f4=employees&from4=ten&to4=1e999&f5=country&w5=KR");
        Assert.Equal(["sector", "employees"], query.Rows.Select(row => row.Field));
        Assert.Equal(["a"], query.Rows[0].Words);
        Assert.Equal((null, null), (query.Rows[1].From, query.Rows[1].To));
    }

    private static BuilderQuery Read(string url) => BuilderQuery.Of(new QueryCollection(QueryHelpers.ParseQuery(new Uri("http://x" + url).Query)));
}
