import type { FastifyInstance } from 'fastify';
import { mayOn } from '../../core/directory/allow.ts';
import type { PeopleAnswer, PersonLine, UnitAnswer } from '../../core/directory/answers.ts';
import {
  bodyBody,
  calendarBody,
  calendarQuery,
  changePersonBody,
  changePostBody,
  changeUnitBody,
  enrolPersonBody,
  givePostBody,
  idParams,
  openUnitBody,
  peopleQuery,
  standInBody,
  unitsQuery,
} from '../../core/directory/wire.ts';
import type { Services } from '../http/context.ts';
import { notFound } from '../http/failures.ts';
import { command, query } from '../http/route.ts';
import { calendarOf, setCalendar } from './calendar.ts';
import { changePerson } from './changePerson.ts';
import { changeUnit } from './changeUnit.ts';
import { enrolPerson } from './enrolPerson.ts';
import { administratorOnly } from './load.ts';
import { nameBody } from './nameBody.ts';
import { openUnit } from './openUnit.ts';
import { changePost, endPost, givePost } from './post.ts';
import { endStandIn, nameStandIn } from './standIn.ts';
import { findUnitLine, peopleFound, readStandIns, unitsOn } from './views.ts';

const tag = 'directory';

const registerUnitRoutes = (app: FastifyInstance, services: Services): void => {
  query(
    app,
    services,
    { url: '/api/units', tag, summary: 'The tree of units on a day', query: unitsQuery },
    async (ctx, { query }) => {
      administratorOnly(ctx);
      return unitsOn(ctx.db, ctx.person, ctx.today, query.at ?? ctx.today, query.q);
    },
  );
  query(
    app,
    services,
    { url: '/api/units/:id', tag, summary: 'A unit with its people and stand-ins', params: idParams },
    async (ctx, { params }): Promise<UnitAnswer> => {
      administratorOnly(ctx);
      const unit = await findUnitLine(ctx.db, ctx.person, ctx.today, params.id);
      if (!unit) throw notFound('unit');
      const { people } = await peopleFound(ctx.db, ctx.person, ctx.today, { unitId: params.id, limit: 1000 });
      const standIns = await readStandIns(ctx.db, ctx.person, ctx.today, { unitId: params.id });
      return { unit, people, standIns };
    },
  );
  command(
    app,
    services,
    { url: '/api/units', tag, summary: 'Open a unit', body: openUnitBody },
    (ctx, { body }) => openUnit(ctx, body),
  );
  command(
    app,
    services,
    {
      method: 'PUT',
      url: '/api/units/:id',
      tag,
      summary: 'Change a unit',
      params: idParams,
      body: changeUnitBody,
    },
    (ctx, { params, body }) => changeUnit(ctx, params.id, body),
  );
  command(
    app,
    services,
    { url: '/api/units/:id/stand-ins', tag, summary: 'Name a stand-in', params: idParams, body: standInBody },
    (ctx, { params, body }) => nameStandIn(ctx, params.id, body),
  );
  command(
    app,
    services,
    { method: 'DELETE', url: '/api/stand-ins/:id', tag, summary: 'End a stand-in at once', params: idParams },
    (ctx, { params }) => endStandIn(ctx, params.id),
  );
};

const registerPeopleRoutes = (app: FastifyInstance, services: Services): void => {
  query(
    app,
    services,
    { url: '/api/people', tag, summary: 'People, found without marks', query: peopleQuery },
    async (ctx, { query }): Promise<PeopleAnswer> => {
      administratorOnly(ctx);
      const { q, unitId, limit } = query;
      const found = await peopleFound(ctx.db, ctx.person, ctx.today, { search: q, unitId, limit });
      return { ...found, may: mayOn(ctx.person, 'people', ctx.today) };
    },
  );
  query(
    app,
    services,
    { url: '/api/people/:id', tag, summary: 'A person with posts and stand-ins', params: idParams },
    async (ctx, { params }): Promise<{ person: PersonLine }> => {
      administratorOnly(ctx);
      const { people } = await peopleFound(ctx.db, ctx.person, ctx.today, { id: params.id });
      if (!people[0]) throw notFound('person');
      return { person: people[0] };
    },
  );
  command(
    app,
    services,
    { url: '/api/people', tag, summary: 'Enrol a person', body: enrolPersonBody },
    (ctx, { body }) => enrolPerson(ctx, body),
  );
  command(
    app,
    services,
    {
      method: 'PUT',
      url: '/api/people/:id',
      tag,
      summary: 'Change a person',
      params: idParams,
      body: changePersonBody,
    },
    (ctx, { params, body }) => changePerson(ctx, params.id, body),
  );
  command(
    app,
    services,
    { url: '/api/people/:id/posts', tag, summary: 'Give a post', params: idParams, body: givePostBody },
    (ctx, { params, body }) => givePost(ctx, params.id, body),
  );
  command(
    app,
    services,
    {
      method: 'PUT',
      url: '/api/posts/:id',
      tag,
      summary: 'Change a post',
      params: idParams,
      body: changePostBody,
    },
    (ctx, { params, body }) => changePost(ctx, params.id, body),
  );
  command(
    app,
    services,
    { method: 'DELETE', url: '/api/posts/:id', tag, summary: 'End a post at once', params: idParams },
    (ctx, { params }) => endPost(ctx, params.id),
  );
};

export const registerDirectoryRoutes = (app: FastifyInstance, services: Services): void => {
  registerUnitRoutes(app, services);
  registerPeopleRoutes(app, services);
  query(
    app,
    services,
    { url: '/api/calendar', tag, summary: 'Days off and worked weekends of a year', query: calendarQuery },
    (ctx, { query }) => calendarOf(ctx, query.year),
  );
  command(
    app,
    services,
    { method: 'PUT', url: '/api/calendar', tag, summary: 'Set the days of a year', body: calendarBody },
    (ctx, { body }) => setCalendar(ctx, body),
  );
  command(
    app,
    services,
    {
      method: 'PUT',
      url: '/api/installation',
      tag,
      summary: 'Name the body whose program this is',
      body: bodyBody,
    },
    (ctx, { body }) => nameBody(ctx, body.superior, body.body),
  );
};
