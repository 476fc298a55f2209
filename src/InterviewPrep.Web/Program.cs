using InterviewPrep.Web.Host;
using InterviewPrep.Web.Host.Commands;

PrivateFiles.Make();
return await CommandLine.RunAsync(args);
