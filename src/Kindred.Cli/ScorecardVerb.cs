using System.CommandLine;
using Kindred.Core.Basics;

namespace Kindred.Cli;

/// <summary><c>kindred scorecard</c>: the 100-point card.</summary>
internal static class ScorecardVerb
{
    public static Command Create(Language language)
    {
        var ko = language == Language.Korean;
        return new Command("scorecard", ko ? "100점 점수표: 배우고, 보고, 기준을 정하고, 내보내요." : "The 100-point scorecard: learn it, look at it, set its cut, export it.")
        {
            ScorecardLearn.Create(language),
            ScorecardShow.Create(language),
            ScorecardThreshold.Create(language),
            ScorecardBackTest.Create(language),
            ScorecardEdit.Create(language),
            ScorecardPublish.Create(language),
            ScorecardExport.Create(language),
        };
    }
}
