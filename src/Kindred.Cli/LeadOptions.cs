using System.CommandLine;
using Kindred.Core.Basics;

namespace Kindred.Cli;

/// <summary>Options that the verbs about leads share, and the opening of the workspace behind them.</summary>
internal static class LeadOptions
{
    public static Option<string> Workspace(Language language) => new("--workspace")
    {
        Description = language == Language.Korean ? "작업 공간 폴더" : "Workspace folder",
        DefaultValueFactory = _ => "kindred-data",
    };

    public static Option<string?> Card(Language language) => new("--card")
    {
        Description = language == Language.Korean ? "점수표 (기본: 작업 공간에서 쓰는 점수표)" : "Scorecard (default: the one in use in the workspace)",
    };
}
