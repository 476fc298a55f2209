namespace InterviewPrep.Tests.Support;

/// <summary>The site with the content that it ships, coach and all.</summary>
public sealed class ShippedApp : App
{
    protected override string ContentFolder => Repository.ShippedContent;
}
