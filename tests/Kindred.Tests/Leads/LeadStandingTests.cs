using Kindred.Core.Basics;
using Kindred.Core.Leads;
using Kindred.Core.Profiles;
using Xunit;

namespace Kindred.Tests.Leads;

public sealed class LeadStandingTests
{
    private static readonly Dictionary<string, Wording> Labels = new(StringComparer.Ordinal) { ["employees"] = new("직원 수", "head count") };

    [Fact]
    public void Words_KnownLabels_ReplaceFieldNames()
    {
        var words = LeadStanding.Words(new ClassifiedAccount(0, AccountState.Adjacent, ["employees"], ["region"], false), Labels)!;
        Assert.Equal("핵심과 2가지 다름: 'region' 값을 아직 몰라요, 직원 수가 달라요", words.Ko);
        Assert.Equal("two conditions from core: region unknown, head count differs", words.En);
    }
}
